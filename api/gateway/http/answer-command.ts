import type pg from 'pg';
import { rowsOf, sqlState } from '../database/pool.js';
import type { Unit, WireObject } from '../database/unit.js';
import { StripeError, lockTimeout } from '../domain/stripe-error.js';
import type { Gateway } from '../gateway.js';
import type { AnyCommand } from '../resources/command.js';
import type { Answer, Call } from './call.js';
import { expand, type ExpandTree, readExpand } from './expand.js';
import * as idempotency from './idempotency.js';
import { Params } from './params.js';

/** Thrown by the claim of a key that has an answer already: that answer is given again. */
class Replay extends Error {
  constructor(readonly saved: idempotency.SavedAnswer) {
    super('this request was answered before');
  }
}

/** A saved answer that has outlived its day is forgotten, and its key is free. */
interface KeyState {
  expired: boolean;
}

async function claimKey(
  client: pg.ClientBase,
  keyed: idempotency.KeyedRequest,
  state: KeyState,
): Promise<void> {
  const [saved] = await rowsOf<idempotency.SavedAnswer>(client, idempotency.findAnswer(keyed.key));
  if (!saved) return;
  if (saved.created < idempotency.expiry(new Date())) {
    state.expired = true;
    return;
  }
  idempotency.assertSameRequest(saved, keyed);
  throw new Replay(saved);
}

/** Errors as Stripe's JSON. */
export function errorAnswer(error: StripeError): Answer {
  const retry = error.shouldRetry;
  const headers: Record<string, string> = retry === undefined ? {} : { 'stripe-should-retry': String(retry) };
  const docs =
    error.body.code === undefined
      ? {}
      : { doc_url: `https://stripe.com/docs/error-codes/${error.body.code}` };
  return { status: error.status, body: JSON.stringify({ error: { ...error.body, ...docs } }), headers };
}

type Work = (unit: Unit) => Promise<WireObject>;

/**
 * Runs the work and turns its outcome into an answer. An error that is an answer like any other comes back
 * as one; an error that leaves nothing behind is thrown, so that the transaction rolls back.
 */
async function outcomeOf(unit: Unit, work: Work, tree: ExpandTree): Promise<Answer> {
  try {
    const object = await work(unit);
    if (tree.size > 0) {
      await unit.flush();
      await expand([object], tree, (statement) => unit.read(statement));
    }
    return { status: 200, body: JSON.stringify(object) };
  } catch (error) {
    if (!(error instanceof StripeError) || !error.saved || unit.flushed) throw error;
    if (!error.keepsWrites) unit.discard();
    return errorAnswer(error);
  }
}

async function runOnce(gateway: Gateway, call: Call, work: Work, tree: ExpandTree): Promise<Answer> {
  const { requestId, idempotencyKey, apiVersion } = call;
  const keyed =
    idempotencyKey === null
      ? undefined
      : idempotency.keyedRequest(idempotencyKey, call.method, call.path, call.params);
  const release = keyed ? gateway.keys.claim(keyed.key) : undefined;
  const state: KeyState = { expired: false };
  try {
    return await gateway.transactions.run(
      { request: requestId, idempotencyKey, apiVersion },
      async (unit) => {
        const answer = await outcomeOf(unit, work, tree);
        if (!keyed) return answer;
        await unit.claimed;
        if (state.expired) unit.write(idempotency.forgetAnswer(keyed.key));
        const { status, body } = answer;
        unit.write(idempotency.saveAnswer({ ...keyed, created: unit.now, request: requestId, status, body }));
        return answer;
      },
      keyed ? (client) => claimKey(client, keyed, state) : undefined,
    );
  } finally {
    release?.();
  }
}

/** What an error of the database means to the caller; undefined for what is our own fault. */
function databaseRefusal(error: unknown, key: string | null): StripeError | undefined {
  const state = sqlState(error);
  if (state === '55P03' || state === '40P01' || state === '40001') return lockTimeout();
  const constraint =
    typeof error === 'object' && error !== null && 'constraint' in error ? error.constraint : undefined;
  // Another process used the key between our look and our write; it alone has committed.
  if (state === '23505' && constraint === 'idempotency_pkey') return idempotency.keyInUse(key ?? '');
  return undefined;
}

/**
 * Answers a POST or DELETE: at most once for each idempotency key (reliability §1.2).
 * @param injected an error that a fault switch puts in the place of the work
 * @throws StripeError when nothing was saved
 */
export async function answerCommand(
  gateway: Gateway,
  command: AnyCommand,
  call: Call,
  injected?: StripeError,
): Promise<Answer> {
  const params = new Params(call.params);
  const tree = readExpand(params.texts('expand'), command.answer, false);
  const prepared = command.prepare(params, call.pathParams);
  const work: Work = (unit) => (injected ? Promise.reject(injected) : prepared(unit, gateway.around));
  // Keys mean nothing on DELETE, which is idempotent by itself.
  const keyedCall = call.method === 'POST' ? call : { ...call, idempotencyKey: null };
  try {
    return await runOnce(gateway, keyedCall, work, tree);
  } catch (error) {
    if (error instanceof Replay) {
      const { status, body, request } = error.saved;
      const replayed = { 'idempotent-replayed': 'true', 'original-request': request };
      const retry: Record<string, string> = status >= 500 ? { 'stripe-should-retry': 'false' } : {};
      return { status, body, headers: { ...replayed, ...retry } };
    }
    throw databaseRefusal(error, call.idempotencyKey) ?? error;
  }
}
