import type { ChargeRow, PaymentMethodRow, RefundRow } from '../database/rows.js';
import { charges, paymentMethods, refunds } from '../database/tables.js';
import type { Unit } from '../database/unit.js';
import { formatAmount } from '../domain/amounts.js';
import { newId } from '../domain/ids.js';
import { mergeMetadata, type Metadata } from '../domain/metadata.js';
import { invalidParameter, missing, missingParameter, refused } from '../domain/stripe-error.js';
import { book } from '../resources/bookings.js';
import { command, idOf, type Surroundings } from '../resources/command.js';
import { toCharge, toRefund } from '../resources/wire.js';
import { behaviourOf } from './methods.js';

interface Input {
  readonly charge: string | undefined;
  readonly intent: string | undefined;
  readonly amount: bigint | undefined;
  readonly reason: string | null;
  readonly metadata: Metadata;
}

const REASONS = ['duplicate', 'fraudulent', 'requested_by_customer'] as const;

async function lockCharge(unit: Unit, input: Input): Promise<ChargeRow> {
  if (input.charge !== undefined) {
    const charge = await unit.lock(charges, input.charge);
    if (!charge) throw missingParameter('charge', input.charge, 'charge');
    return charge;
  }
  const intent = input.intent ?? '';
  const rows = await unit.read<ChargeRow>(charges.where('payment_intent', intent, 'lock'));
  const paid = rows.find((row) => row.captured) ?? rows[0];
  if (paid) return paid;
  const known = await unit.read({
    name: 'payment_intent.exists',
    text: 'SELECT 1 FROM gateway.payment_intent WHERE id = $1',
    values: [intent],
  });
  if (known.length === 0) throw missingParameter('payment_intent', intent, 'payment_intent');
  const message = `This PaymentIntent (${intent}) does not have a successful charge to refund.`;
  throw refused('payment_intent_unexpected_state', message, { param: 'payment_intent' });
}

/** Refuses a refund of what was not taken, or of more than is left. */
function refundable(charge: ChargeRow, wanted: bigint | undefined): bigint {
  if (!charge.captured) {
    const message = `Charge ${charge.id} was not captured, so there is nothing to refund: cancel its PaymentIntent instead.`;
    throw refused('charge_not_captured', message, { charge: charge.id });
  }
  const left = charge.amount_captured - charge.amount_refunded;
  if (left === 0n) {
    const message = `Charge ${charge.id} has already been refunded.`;
    throw refused('charge_already_refunded', message, { charge: charge.id });
  }
  const amount = wanted ?? left;
  if (amount <= left) return amount;
  const message =
    `Refund amount (${formatAmount(amount, charge.currency)}) is greater than unrefunded amount on charge ` +
    `(${formatAmount(left, charge.currency)})`;
  throw refused('amount_too_large', message, { param: 'amount' });
}

/** What the card's bank will say later, if it says anything. */
function planOutcome(
  unit: Unit,
  refund: RefundRow,
  method: PaymentMethodRow | undefined,
  around: Surroundings,
): void {
  const outcome = method ? behaviourOf(method).refund : 'succeeds';
  if (outcome === 'succeeds') return;
  if (outcome === 'pending') refund.status = 'pending';
  const due = new Date(unit.now.getTime() + around.slowMs);
  unit.later(outcome === 'pending' ? 'refund-settles' : 'refund-fails', refund.id, due);
}

function newRefund(unit: Unit, charge: ChargeRow, amount: bigint, input: Input): RefundRow {
  const id = newId('re');
  const card = charge.payment_method_details['type'] === 'card';
  return {
    id,
    created: unit.now,
    amount,
    currency: charge.currency,
    charge: charge.id,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    customer: charge.customer,
    status: 'succeeded',
    reason: input.reason,
    balance_transaction: book(unit, {
      amount: -amount,
      currency: charge.currency,
      type: card ? 'refund' : 'payment_refund',
      category: 'refund',
      source: id,
      description: charge.description,
    }),
    failure_balance_transaction: null,
    failure_reason: null,
    metadata: input.metadata,
  };
}

/** `POST /v1/refunds`: the whole, or a part; several, but never more than was captured. */
export const createRefund = command<Input>({
  answer: 'refund',
  parse: (params) => {
    params.unsupported('refund_application_fee', 'reverse_transfer', 'origin', 'currency', 'customer');
    params.ignore('instructions_email');
    const charge = params.text('charge') ?? undefined;
    const intent = params.text('payment_intent') ?? undefined;
    if (charge === undefined && intent === undefined) {
      const message =
        'One of the following params should be provided for this request: payment_intent or charge.';
      throw invalidParameter('parameter_missing', message, 'payment_intent');
    }
    const reason = params.oneOf('reason', REASONS) ?? null;
    const metadata = mergeMetadata({}, params.map('metadata'));
    return { charge, intent, amount: params.amount('amount'), reason, metadata };
  },
  execute: async (unit, input, around) => {
    const charge = await lockCharge(unit, input);
    const amount = refundable(charge, input.amount);
    const method = charge.payment_method ? await unit.find(paymentMethods, charge.payment_method) : undefined;
    const refund = newRefund(unit, charge, amount, input);
    planOutcome(unit, refund, method, around);
    charge.amount_refunded += amount;
    charge.refunded = charge.amount_refunded === charge.amount_captured;
    unit.save(refunds, refund);
    unit.save(charges, charge);
    unit.emit('refund.created', toRefund(refund));
    unit.emit('charge.refunded', toCharge(charge));
    return toRefund(refund);
  },
});

async function lockRefund(unit: Unit, id: string): Promise<RefundRow> {
  const refund = await unit.lock(refunds, id);
  if (!refund) throw missing('refund', id);
  return refund;
}

/** `POST /v1/refunds/:id`: only metadata can change. */
export const updateRefund = command<{ readonly id: string; readonly metadata: Metadata | null | undefined }>({
  answer: 'refund',
  parse: (params, path) => {
    const metadata = params.map('metadata');
    mergeMetadata({}, metadata);
    return { id: idOf(path), metadata };
  },
  execute: async (unit, { id, metadata }) => {
    const refund = await lockRefund(unit, id);
    refund.metadata = mergeMetadata(refund.metadata, metadata);
    unit.save(refunds, refund);
    unit.emit('refund.updated', toRefund(refund));
    return toRefund(refund);
  },
});

/** `POST /v1/refunds/:id/cancel`: no refund here waits for the payer, so none can be called off. */
export const cancelRefund = command<{ readonly id: string }>({
  answer: 'refund',
  parse: (_params, path) => ({ id: idOf(path) }),
  execute: async (unit, { id }) => {
    const refund = await lockRefund(unit, id);
    const message = `Only a refund with a status of requires_action can be canceled; this one is ${refund.status}.`;
    throw refused('refund_not_cancelable', message);
  },
});

/** The card's bank took a pending refund. */
export async function refundSettles(unit: Unit, id: string): Promise<void> {
  const refund = await lockRefund(unit, id);
  if (refund.status !== 'pending') return;
  refund.status = 'succeeded';
  unit.save(refunds, refund);
  unit.emit('refund.updated', toRefund(refund));
  unit.emit('charge.refund.updated', toRefund(refund));
}

/** The card's bank sent a refund back: the money is ours again, and the charge can be refunded anew. */
export async function refundFails(unit: Unit, id: string): Promise<void> {
  const [known] = await unit.read<RefundRow>(refunds.byId(id));
  const charge = known ? await unit.lock(charges, known.charge) : undefined;
  const refund = await lockRefund(unit, id);
  if (!charge || refund.status === 'failed') return;
  refund.status = 'failed';
  refund.failure_reason = 'expired_or_canceled_card';
  refund.failure_balance_transaction = book(unit, {
    amount: refund.amount,
    currency: refund.currency,
    type: 'refund_failure',
    category: 'refund_failure',
    source: refund.id,
  });
  charge.amount_refunded -= refund.amount;
  charge.refunded = false;
  unit.save(refunds, refund);
  unit.save(charges, charge);
  unit.emit('refund.failed', toRefund(refund));
  unit.emit('refund.updated', toRefund(refund));
  unit.emit('charge.refund.updated', toRefund(refund));
}
