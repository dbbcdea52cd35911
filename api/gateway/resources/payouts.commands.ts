import type { PayoutRow } from '../database/rows.js';
import { payouts } from '../database/tables.js';
import type { Unit } from '../database/unit.js';
import { newId } from '../domain/ids.js';
import { mergeMetadata, type Metadata } from '../domain/metadata.js';
import { missing, refused } from '../domain/stripe-error.js';
import { type Decline, payoutFailure } from '../domain/test-tokens.js';
import { book, requireAvailable } from './bookings.js';
import { command, idOf } from './command.js';
import { toPayout } from './wire-balance.js';

interface Create {
  readonly amount: bigint;
  readonly currency: string;
  readonly destination: string | null;
  readonly method: 'standard' | 'instant';
  readonly description: string | null;
  readonly statementDescriptor: string | null;
  readonly metadata: Metadata;
}

function newPayout(unit: Unit, input: Create): PayoutRow {
  const id = newId('po');
  return {
    id,
    created: unit.now,
    amount: input.amount,
    currency: input.currency,
    destination: input.destination,
    method: input.method,
    status: 'pending',
    arrival_date: unit.now,
    balance_transaction: book(unit, {
      amount: -input.amount,
      currency: input.currency,
      type: 'payout',
      category: 'payout',
      source: id,
      payout: id,
      description: input.description,
    }),
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    original_payout: null,
    reversed_by: null,
    description: input.description,
    statement_descriptor: input.statementDescriptor,
    metadata: input.metadata,
  };
}

/** `POST /v1/payouts`: money to a bank account. It arrives, or comes back, a little later. */
export const createPayout = command<Create>({
  answer: 'payout',
  parse: (params) => {
    params.ignore('source_type', 'payout_method');
    return {
      amount: params.requiredAmount('amount'),
      currency: params.currency(),
      destination: params.text('destination') ?? null,
      method: params.oneOf('method', ['standard', 'instant']) ?? 'standard',
      description: params.text('description') ?? null,
      statementDescriptor: params.text('statement_descriptor') ?? null,
      metadata: mergeMetadata({}, params.map('metadata')),
    };
  },
  execute: async (unit, input, around) => {
    await requireAvailable(unit, input.currency, input.amount, 'payout');
    const payout = newPayout(unit, input);
    unit.save(payouts, payout);
    unit.emit('payout.created', toPayout(payout));
    unit.later('payout-settles', payout.id, new Date(unit.now.getTime() + around.slowMs));
    return toPayout(payout);
  },
});

async function lockPayout(unit: Unit, id: string): Promise<PayoutRow> {
  const payout = await unit.lock(payouts, id);
  if (!payout) throw missing('payout', id);
  return payout;
}

/** `POST /v1/payouts/:id`: only metadata can change. */
export const updatePayout = command<{ readonly id: string; readonly metadata: Metadata | null | undefined }>({
  answer: 'payout',
  parse: (params, path) => {
    const metadata = params.map('metadata');
    mergeMetadata({}, metadata);
    return { id: idOf(path), metadata };
  },
  execute: async (unit, { id, metadata }) => {
    const payout = await lockPayout(unit, id);
    payout.metadata = mergeMetadata(payout.metadata, metadata);
    unit.save(payouts, payout);
    unit.emit('payout.updated', toPayout(payout));
    return toPayout(payout);
  },
});

/** The money of a payout that did not arrive is available again. */
function comesBack(unit: Unit, payout: PayoutRow, type: 'payout_cancel' | 'payout_failure'): string {
  return book(unit, {
    amount: payout.amount,
    currency: payout.currency,
    type,
    category: 'payout_reversal',
    source: payout.id,
    payout: payout.id,
  });
}

/** `POST /v1/payouts/:id/cancel`, while it is on no way yet. */
export const cancelPayout = command<{ readonly id: string }>({
  answer: 'payout',
  parse: (_params, path) => ({ id: idOf(path) }),
  execute: async (unit, { id }) => {
    const payout = await lockPayout(unit, id);
    if (payout.status !== 'pending') {
      throw refused('payout_not_cancelable', `Payouts with status ${payout.status} cannot be canceled.`);
    }
    payout.status = 'canceled';
    payout.failure_balance_transaction = comesBack(unit, payout, 'payout_cancel');
    unit.save(payouts, payout);
    unit.emit('payout.canceled', toPayout(payout));
    return toPayout(payout);
  },
});

/** `POST /v1/payouts/:id/reverse`: a payout that arrived is called back by a payout the other way. */
export const reversePayout = command<{ readonly id: string; readonly metadata: Metadata }>({
  answer: 'payout',
  parse: (params, path) => ({ id: idOf(path), metadata: mergeMetadata({}, params.map('metadata')) }),
  execute: async (unit, { id, metadata }) => {
    const payout = await lockPayout(unit, id);
    if (payout.status !== 'paid' || payout.reversed_by !== null || payout.original_payout !== null) {
      throw refused(
        'payout_reversal_not_allowed',
        `Payout ${id} with status ${payout.status} cannot be reversed.`,
      );
    }
    const input = {
      amount: -payout.amount,
      currency: payout.currency,
      destination: payout.destination,
      method: payout.method,
      description: payout.description,
      statementDescriptor: null,
      metadata,
    };
    const back: PayoutRow = { ...newPayout(unit, input), original_payout: payout.id, status: 'paid' };
    payout.reversed_by = back.id;
    unit.save(payouts, payout);
    unit.save(payouts, back);
    unit.emit('payout.created', toPayout(back));
    unit.emit('payout.updated', toPayout(payout));
    return toPayout(back);
  },
});

function failPayout(unit: Unit, payout: PayoutRow, failure: Decline): void {
  payout.status = 'failed';
  payout.failure_code = failure.code;
  payout.failure_message = failure.message;
  payout.failure_balance_transaction = comesBack(unit, payout, 'payout_failure');
  unit.emit('payout.failed', toPayout(payout));
}

/**
 * The bank says what became of a payout: it arrived, unless its destination is one that always fails.
 * @param failure the test-only endpoint can have any payout come back, even one that arrived
 */
export async function payoutSettles(unit: Unit, id: string, failure?: Decline): Promise<PayoutRow> {
  const payout = await lockPayout(unit, id);
  const open = payout.status === 'pending' || payout.status === 'in_transit';
  if (!open && !(failure && payout.status === 'paid')) return payout;
  const problem = failure ?? payoutFailure(payout.destination);
  if (problem) {
    failPayout(unit, payout, problem);
  } else {
    payout.status = 'paid';
    unit.emit('payout.paid', toPayout(payout));
  }
  unit.save(payouts, payout);
  return payout;
}
