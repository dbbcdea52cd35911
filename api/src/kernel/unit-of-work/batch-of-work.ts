import { Injectable } from '@nestjs/common';
import type { JobName, JobPayload } from '@muheng/contracts/jobs';
import type pg from 'pg';
import type { CommandContext } from '../access/actor.js';
import { BatchConnections } from '../database/batch-connections.js';
import { inOneWrite } from '../database/run.js';
import { Refusal } from '../errors/refusal.js';
import { Gathered, gatheredSql } from './gathered.js';
import {
  type ClaimRow,
  claimsOf,
  hashOf,
  insertClaims,
  keyOf,
  lookUp,
  type StoredResult,
} from './idempotency.js';
import { insertRefusals } from './refusal-audit.js';
import { retrying } from './retry.js';
import type { Statement } from './statement.js';
import { enterAs, market } from './tenant.js';

export interface Envelope<I> {
  context: CommandContext;
  input: I;
}

export type Outcome<R> = { ok: true; result: R; replayed: boolean } | { ok: false; refusal: Refusal };

/**
 * Nothing was decided, and nothing written: `session-moved`, a session has ended or a person's rights have changed since
 * the caller was recognised; `row-busy`, another holds the row and this batch does not wait.
 */
export interface Later {
  later: 'session-moved' | 'row-busy';
}
export const isLater = (answer: object): answer is Later => 'later' in answer;

/** Sends a statement at once, behind those sent before it, and answers its rows. */
export type Send = <Row>(statement: Statement) => Promise<Row[]>;

/** What a batch leaves behind. It goes out in one piece with the claims, the audit and the commit. */
export class BatchWrites {
  readonly statements: Statement[] = [];
  private readonly gathered: Gathered;

  constructor(command: string) {
    this.gathered = new Gathered(command);
  }

  write(statement: Statement): void {
    this.statements.push(statement);
  }

  audit(context: CommandContext, subjectType: string, subjectId: string, detail: object = {}): void {
    this.gathered.audit(context, subjectType, subjectId, detail);
  }

  publish<N extends JobName>(job: N, payload: Omit<JobPayload<N>, 'requestId'>, requestId: string): void {
    this.gathered.publish(job, payload, requestId);
  }

  notify(topic: string, data: object): void {
    this.gathered.notify(topic, data);
  }

  /** @param at market time of the batch */
  flush(at: Date): Statement {
    return { name: 'flush', text: gatheredSql, values: this.gathered.params(at) };
  }
}

interface Steps<I, R, L> {
  /** Locks in the documented order and loads; the statements go out together, each sees what those before it waited for. */
  load: (send: Send, envelopes: readonly Envelope<I>[]) => Promise<L>;
  /** Judges those that have not happened yet, in arrival order, by pure rules: no statement can be sent any more. */
  decide: (loaded: L, fresh: readonly Envelope<I>[], writes: BatchWrites) => (Outcome<R> | Later)[];
}

/**
 * The write path for hot commands (architecture §5, stack.md §8, §9): many of one name in one transaction and in two waits,
 * one for what is locked and loaded, one for what is written. Idempotency, audit and outbox are those of `UnitOfWork`;
 * a refused command changes nothing and claims no key, and its audit row is written with the batch. If the process dies
 * before the commit nothing has happened; after it, each key replays its stored result.
 */
@Injectable()
export class BatchOfWork {
  constructor(private readonly connections: BatchConnections) {}

  /** Runs under the whole market's row-level security: the use case checks ownership itself. */
  async run<I, R, L>(
    command: string,
    envelopes: readonly Envelope<I>[],
    steps: Steps<I, R, L>,
  ): Promise<(Outcome<R> | Later)[]> {
    if (envelopes.length === 0) return [];
    return retrying(() => this.connections.use((client) => attempt(client, command, envelopes, steps)));
  }
}

const epochOf: Statement = { name: 'session-epoch', text: 'select epoch from session_epoch', values: [] };

async function attempt<I, R, L>(
  client: pg.PoolClient,
  command: string,
  envelopes: readonly Envelope<I>[],
  steps: Steps<I, R, L>,
): Promise<(Outcome<R> | Later)[]> {
  const send: Send = async <Row>(statement: Statement) => (await client.query(statement)).rows as Row[];
  const [, [entered], loaded, claims, [sessions]] = await inOneWrite(client, () =>
    Promise.all([
      client.query('begin'),
      send<{ now: Date }>(enterAs(market)),
      steps.load(send, envelopes),
      send<ClaimRow>(lookUp(command, envelopes)),
      send<{ epoch: bigint }>(epochOf),
    ]),
  );
  if (!entered || !sessions) throw new Error('market time or the session epoch is missing');
  const sorted = sort(envelopes, claimsOf<R>(claims), sessions.epoch);
  const writes = new BatchWrites(command);
  const outcomes = sorted.fresh.length === 0 ? [] : steps.decide(loaded, sorted.fresh, writes);
  const statements = closing(command, sorted.fresh, outcomes, writes, entered.now);
  const answers = await Promise.all([
    ...statements.map((each) => client.query(each)),
    client.query('commit'),
  ]);
  // A commit of a transaction that has failed answers ROLLBACK and no error.
  if (answers.at(-1)?.command !== 'COMMIT') throw new Error(`${command} was not committed`);
  return sorted.slots.map((slot, i) => {
    if (typeof slot !== 'number') return slot;
    const outcome = outcomes[slot];
    const original = sorted.fresh[slot];
    const asked = envelopes[i];
    if (!outcome || !original || !asked) throw new Error(`${command} answered too few outcomes`);
    return original === asked || hashOf(original.input).equals(hashOf(asked.input)) ? outcome : reused();
  });
}

/** Which are new, and for each its answer so far: what is stored, or its place among the new ones. */
function sort<I, R>(
  envelopes: readonly Envelope<I>[],
  known: ReadonlyMap<string, StoredResult<R>>,
  epoch: bigint,
): { fresh: Envelope<I>[]; slots: (Outcome<R> | Later | number)[] } {
  const fresh: Envelope<I>[] = [];
  const places = new Map<string, number>();
  const slots = envelopes.map((envelope): Outcome<R> | Later | number => {
    const { remembered } = envelope.context;
    if (remembered && remembered.epoch !== epoch) return { later: 'session-moved' };
    const id = keyOf(envelope.context);
    const stored = known.get(id);
    if (stored)
      return stored.hash.equals(hashOf(envelope.input))
        ? { ok: true, result: stored.result, replayed: true }
        : reused();
    const twin = places.get(id);
    if (twin !== undefined) return twin;
    const place = fresh.push(envelope) - 1;
    places.set(id, place);
    return place;
  });
  return { fresh, slots };
}

function closing<I, R>(
  command: string,
  fresh: readonly Envelope<I>[],
  outcomes: readonly (Outcome<R> | Later)[],
  writes: BatchWrites,
  at: Date,
): Statement[] {
  const done: { context: CommandContext; input: I; result: R }[] = [];
  const refused: { context: CommandContext; input: I; refusal: Refusal }[] = [];
  for (const [i, envelope] of fresh.entries()) {
    const outcome = outcomes[i];
    if (!outcome || isLater(outcome)) continue;
    if (outcome.ok) done.push({ ...envelope, result: outcome.result });
    else refused.push({ ...envelope, refusal: outcome.refusal });
  }
  // What nobody waits for comes first: a row that a statement locks is held for the shortest time.
  return [
    ...(done.length > 0 ? [insertClaims(command, done), writes.flush(at)] : []),
    ...(refused.length > 0 ? [insertRefusals(command, refused)] : []),
    ...writes.statements,
  ];
}

const reused = () => ({ ok: false, refusal: new Refusal('request.idempotency-key-reused') }) as const;
