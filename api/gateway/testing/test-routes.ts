import { rowsOf } from '../database/pool.js';
import { invalidParameter, missing } from '../domain/stripe-error.js';
import type { Unit } from '../database/unit.js';
import { BY_ITSELF } from '../due/due-jobs.js';
import type { Gateway } from '../gateway.js';
import type { Params } from '../http/params.js';
import { expireHold } from '../payments/end-intent.commands.js';
import { authenticate, transferArrives } from '../payments/outside.js';
import type { PathParams } from '../resources/command.js';
import { idOf } from '../resources/command.js';
import { payoutSettles } from '../resources/payouts.commands.js';
import { rollEndpointSecret } from '../resources/webhook-endpoints.commands.js';
import { toPayout } from '../resources/wire-balance.js';
import { countPending, makeAllDue } from '../webhooks/deliveries.js';
import { FAULT_KINDS } from './fault-switches.js';
import { readIntent } from './read-intent.js';

/** One test-only endpoint. It reads its parameters first, then acts. */
export interface TestRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** Answers without the key: it says nothing that a stranger could use. */
  readonly open?: boolean;
  readonly handle: (gateway: Gateway, params: Params, path: PathParams) => Promise<unknown>;
}

const MANY = 1_000_000;
const MINUTE_MS = 60_000;

function act<Result>(gateway: Gateway, work: (unit: Unit) => Promise<Result>): Promise<Result> {
  return gateway.transactions.run(BY_ITSELF, work);
}

function showFaults(gateway: Gateway): unknown {
  const faults = gateway.faults.list().map(({ kind, remaining, delayMs, method, path, saved }) => ({
    kind,
    count: remaining,
    delayMs,
    method,
    path,
    saved,
  }));
  return { faults };
}

async function addFault(gateway: Gateway, params: Params): Promise<unknown> {
  const kind = params.oneOf('kind', FAULT_KINDS);
  if (!kind) throw invalidParameter('parameter_missing', `Missing required param: kind.`, 'kind');
  const count = params.integer('count', 1, MANY) ?? 1;
  const options = {
    delayMs: params.integer('delayMs', 0, MINUTE_MS),
    method: params.text('method')?.toUpperCase(),
    path: params.text('path') ?? undefined,
    saved: params.boolean('saved'),
  };
  params.finish();
  await gateway.faults.add(kind, count, options);
  return showFaults(gateway);
}

/** The payment intent that a transfer is for: named itself, or by its sub-account. */
async function intentOfTransfer(gateway: Gateway, params: Params): Promise<string> {
  const intent = params.text('payment_intent');
  const account = params.text('account_number');
  if (intent) return intent;
  if (!account) {
    throw invalidParameter('parameter_missing', 'Send payment_intent or account_number.', 'payment_intent');
  }
  const rows = await rowsOf<{ id: string }>(gateway.pool, {
    name: 'payment_intent.by_account',
    text: 'SELECT id FROM gateway.payment_intent WHERE sub_account = $1',
    values: [account],
  });
  if (!rows[0]) throw missing('sub-account', account, 'account_number');
  return rows[0].id;
}

async function sendTransfer(gateway: Gateway, params: Params): Promise<unknown> {
  const amount = params.amount('amount');
  const reference = params.text('reference') ?? null;
  const intent = await intentOfTransfer(gateway, params);
  params.finish();
  await act(gateway, (unit) => transferArrives(unit, intent, { amount, reference }, gateway.around));
  return readIntent(gateway, intent);
}

async function authenticateIntent(gateway: Gateway, params: Params, path: PathParams): Promise<unknown> {
  const outcome = params.oneOf('outcome', ['succeed', 'fail']) ?? 'succeed';
  params.finish();
  await act(gateway, (unit) => authenticate(unit, idOf(path), outcome === 'succeed'));
  return readIntent(gateway, idOf(path));
}

async function failPayout(gateway: Gateway, params: Params, path: PathParams): Promise<unknown> {
  const code = params.text('failure_code') ?? 'account_closed';
  const message = params.text('failure_message') ?? 'The bank sent this payout back.';
  params.finish();
  return toPayout(await act(gateway, (unit) => payoutSettles(unit, idOf(path), { code, message })));
}

/** Settings hold until they are changed or the gateway ends. `autopay_ms=` (empty) switches autopay off. */
function changeSettings({ around }: Gateway, params: Params): unknown {
  const slow = params.integer('slow_ms', 0, MINUTE_MS);
  const off = params.has('autopay_ms') && params.text('autopay_ms') === null;
  const autopay = off ? null : params.integer('autopay_ms', 0, MINUTE_MS);
  params.finish();
  around.slowMs = slow ?? around.slowMs;
  if (autopay !== undefined) around.autopayMs = autopay;
  return { slow_ms: around.slowMs, autopay_ms: around.autopayMs };
}

async function rollSecret(gateway: Gateway, params: Params, path: PathParams): Promise<unknown> {
  const seconds = params.integer('keep_seconds', 0, 86_400) ?? 0;
  params.finish();
  return act(gateway, (unit) => rollEndpointSecret(unit, idOf(path), seconds));
}

async function retryDeliveries(gateway: Gateway): Promise<unknown> {
  await makeAllDue(gateway.pool, new Date());
  gateway.dispatcher.wake();
  return { webhooks: await countPending(gateway.pool) };
}

/** Endpoints that no real provider has: faults, the payer's side, and what a test driver asks. */
export const TEST_ROUTES: readonly TestRoute[] = [
  { method: 'GET', path: '/test/faults', handle: async (gateway) => showFaults(gateway) },
  { method: 'POST', path: '/test/faults', handle: addFault },
  {
    method: 'DELETE',
    path: '/test/faults',
    handle: async (gateway) => {
      await gateway.faults.clear();
      return showFaults(gateway);
    },
  },
  {
    method: 'GET',
    path: '/test/pending',
    open: true,
    handle: async (gateway) => ({ webhooks: await countPending(gateway.pool) }),
  },
  { method: 'POST', path: '/test/deliveries/retry', handle: retryDeliveries },
  { method: 'POST', path: '/test/bank_transfers', handle: sendTransfer },
  { method: 'POST', path: '/test/payment_intents/:id/authenticate', handle: authenticateIntent },
  {
    method: 'POST',
    path: '/test/payment_intents/:id/expire',
    handle: async (gateway, _params, path) => {
      await act(gateway, (unit) => expireHold(unit, idOf(path)));
      return readIntent(gateway, idOf(path));
    },
  },
  { method: 'POST', path: '/test/payouts/:id/fail', handle: failPayout },
  { method: 'POST', path: '/test/webhook_endpoints/:id/roll_secret', handle: rollSecret },
  {
    method: 'GET',
    path: '/test/settings',
    handle: async (gateway, params) => changeSettings(gateway, params),
  },
  {
    method: 'POST',
    path: '/test/settings',
    handle: async (gateway, params) => changeSettings(gateway, params),
  },
];
