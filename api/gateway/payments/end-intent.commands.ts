import type { ChargeRow, PaymentIntentRow } from '../database/rows.js';
import { charges, paymentIntents } from '../database/tables.js';
import type { Unit } from '../database/unit.js';
import { mergeMetadata } from '../domain/metadata.js';
import { advance, allows } from '../domain/payment-intent-lifecycle.js';
import { refused } from '../domain/stripe-error.js';
import { command, idOf } from '../resources/command.js';
import { toCharge, toPaymentIntent } from '../resources/wire.js';
import { giveBack } from './bank-transfers.js';
import { lockIntent, wrongStatus } from './change-intent.commands.js';
import { takeMoney } from './charging.js';

/** A payment intent and its latest charge, both locked, in one go. */
async function lockWithCharge(unit: Unit, id: string): Promise<[PaymentIntentRow, ChargeRow | undefined]> {
  const [intent, rows] = await Promise.all([
    lockIntent(unit, id),
    unit.read<ChargeRow>(charges.where('payment_intent', id, 'lock')),
  ]);
  return [intent, rows.find((row) => row.id === intent.latest_charge)];
}

interface CaptureInput {
  readonly id: string;
  readonly amount: bigint | undefined;
  readonly metadata: Record<string, string> | null | undefined;
}

/** `POST /v1/payment_intents/:id/capture`: takes a held amount, or a part of it and lets go of the rest. */
export const capture = command<CaptureInput>({
  answer: 'payment_intent',
  parse: (params, path) => {
    params.unsupported('application_fee_amount', 'transfer_data');
    params.ignore(
      'statement_descriptor',
      'statement_descriptor_suffix',
      'amount_details',
      'payment_details',
      'hooks',
    );
    if (params.boolean('final_capture') === false) params.unsupported('final_capture');
    return { id: idOf(path), amount: params.amount('amount_to_capture'), metadata: params.map('metadata') };
  },
  execute: async (unit, input) => {
    const [intent, charge] = await lockWithCharge(unit, input.id);
    if (!allows(intent.status, 'capture') || !charge)
      throw wrongStatus(intent, 'capture', 'capture', 'captured');
    const now = { payment_intent: toPaymentIntent(intent) };
    if (charge.capture_before && charge.capture_before <= unit.now) {
      throw refused(
        'charge_expired_for_capture',
        'The hold on this payment has run out; it can no longer be captured.',
        now,
      );
    }
    const amount = input.amount ?? intent.amount_capturable;
    if (amount > intent.amount_capturable) {
      const message =
        'The remaining amount on this PaymentIntent is less than the requested amount to capture.';
      throw refused('amount_too_large', message, { ...now, param: 'amount_to_capture' });
    }
    intent.metadata = mergeMetadata(intent.metadata, input.metadata);
    takeMoney(unit, intent, charge, amount);
    intent.status = advance(intent.status, 'capture', 'succeeded');
    unit.save(charges, charge);
    unit.save(paymentIntents, intent);
    unit.emit('charge.captured', toCharge(charge));
    unit.emit('payment_intent.succeeded', toPaymentIntent(intent));
    return toPaymentIntent(intent);
  },
});

/** Ends a payment intent that nobody paid; a hold is let go. */
async function end(
  unit: Unit,
  intent: PaymentIntentRow,
  charge: ChargeRow | undefined,
  reason: string | null,
  step: 'cancel' | 'expire',
): Promise<void> {
  if (charge && intent.status === 'requires_capture') {
    charge.refunded = true;
    charge.amount_refunded = charge.amount;
    unit.save(charges, charge);
    unit.emit(step === 'expire' ? 'charge.expired' : 'charge.refunded', toCharge(charge));
  }
  if (charge && intent.status === 'processing') {
    charge.status = 'failed';
    charge.failure_code = 'payment_intent_canceled';
    charge.failure_message = 'The payment was called off before the bank settled it.';
    unit.save(charges, charge);
    unit.emit('charge.failed', toCharge(charge));
  }
  await giveBack(unit, intent);
  intent.status = advance(intent.status, step, 'canceled');
  intent.canceled_at = unit.now;
  intent.cancellation_reason = reason;
  intent.amount_capturable = 0n;
  intent.next_action = null;
  unit.save(paymentIntents, intent);
  unit.emit('payment_intent.canceled', toPaymentIntent(intent));
}

const REASONS = ['duplicate', 'fraudulent', 'requested_by_customer', 'abandoned'] as const;

/** `POST /v1/payment_intents/:id/cancel`. */
export const cancel = command<{ readonly id: string; readonly reason: string | null }>({
  answer: 'payment_intent',
  parse: (params, path) => ({ id: idOf(path), reason: params.oneOf('cancellation_reason', REASONS) ?? null }),
  execute: async (unit, { id, reason }) => {
    const [intent, charge] = await lockWithCharge(unit, id);
    if (!allows(intent.status, 'cancel')) throw wrongStatus(intent, 'cancel', 'cancel', 'canceled');
    await end(unit, intent, charge, reason, 'cancel');
    return toPaymentIntent(intent);
  },
});

/**
 * The hold of a payment intent has run out: it is let go and the payment intent ends as canceled.
 * @returns false when there is nothing to let go
 */
export async function expireHold(unit: Unit, id: string): Promise<boolean> {
  const [intent, charge] = await lockWithCharge(unit, id);
  if (!allows(intent.status, 'expire')) return false;
  await end(unit, intent, charge, 'automatic', 'expire');
  return true;
}
