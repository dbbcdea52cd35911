import type { ChargeRow, PaymentIntentRow, PaymentMethodRow } from '../database/rows.js';
import { charges } from '../database/tables.js';
import type { Unit } from '../database/unit.js';
import { newId } from '../domain/ids.js';
import { advance, type IntentStep } from '../domain/payment-intent-lifecycle.js';
import { StripeError } from '../domain/stripe-error.js';
import type { Decline } from '../domain/test-tokens.js';
import { book } from '../resources/bookings.js';
import { methodDetails, toCharge, toPaymentIntent, toPaymentMethod } from '../resources/wire.js';

/** How long a hold lasts that nobody captures: seven days, as card networks have it (reliability §1.2). */
const HOLD_MS = 7 * 24 * 3_600_000;

function newCharge(unit: Unit, intent: PaymentIntentRow, method: PaymentMethodRow): ChargeRow {
  return {
    id: newId('ch'),
    created: unit.now,
    payment_intent: intent.id,
    amount: intent.amount,
    amount_captured: 0n,
    amount_refunded: 0n,
    currency: intent.currency,
    status: 'succeeded',
    captured: false,
    refunded: false,
    customer: intent.customer,
    payment_method: method.id,
    payment_method_details: { type: method.type, [method.type]: methodDetails(method) },
    failure_code: null,
    failure_message: null,
    decline_code: null,
    balance_transaction: null,
    failure_balance_transaction: null,
    description: intent.description,
    metadata: intent.metadata,
    transfer_group: intent.transfer_group,
    capture_before: null,
  };
}

/** Takes the money of a charge: the whole or, when capturing, a part. It is available at once. */
export function takeMoney(unit: Unit, intent: PaymentIntentRow, charge: ChargeRow, amount: bigint): void {
  const card = charge.payment_method_details['type'] === 'card';
  charge.status = 'succeeded';
  charge.captured = true;
  charge.amount_captured = amount;
  charge.balance_transaction = book(unit, {
    amount,
    currency: charge.currency,
    type: card ? 'charge' : 'payment',
    category: 'charge',
    source: charge.id,
    description: intent.description,
  });
  intent.amount_capturable = 0n;
  intent.amount_received = amount;
}

/** The payer's bank agreed: the money is taken or, for manual capture, held. */
export function approve(
  unit: Unit,
  intent: PaymentIntentRow,
  method: PaymentMethodRow,
  step: IntentStep,
): void {
  const charge = newCharge(unit, intent, method);
  const holds = intent.capture_method === 'manual';
  if (holds) {
    charge.capture_before = new Date(unit.now.getTime() + HOLD_MS);
    intent.amount_capturable = intent.amount;
    unit.later('hold-expires', intent.id, charge.capture_before);
  } else {
    takeMoney(unit, intent, charge, intent.amount);
  }
  intent.status = advance(intent.status, step, holds ? 'requires_capture' : 'succeeded');
  intent.payment_method = method.id;
  intent.latest_charge = charge.id;
  intent.next_action = null;
  intent.last_payment_error = null;
  unit.save(charges, charge);
  unit.emit('charge.succeeded', toCharge(charge));
  unit.emit(
    holds ? 'payment_intent.amount_capturable_updated' : 'payment_intent.succeeded',
    toPaymentIntent(intent),
  );
}

/** A slow debit is on its way; whether there is money is known later. */
export function startDebit(unit: Unit, intent: PaymentIntentRow, method: PaymentMethodRow): void {
  const charge = { ...newCharge(unit, intent, method), status: 'pending' as const };
  intent.status = advance(intent.status, 'confirm', 'processing');
  intent.payment_method = method.id;
  intent.latest_charge = charge.id;
  intent.next_action = null;
  unit.save(charges, charge);
  unit.emit('charge.pending', toCharge(charge));
  unit.emit('payment_intent.processing', toPaymentIntent(intent));
}

function failCharge(charge: ChargeRow, decline: Decline): void {
  charge.status = 'failed';
  charge.failure_code = decline.code;
  charge.failure_message = decline.message;
  charge.decline_code = decline.declineCode ?? null;
}

/**
 * The payment failed: the charge stays as failed, and the payment intent asks for another payment method.
 * @param pending the charge of a slow debit that came to nothing; without it, a new failed charge is made
 * @returns the answer to whoever asked, 402
 */
export function decline(
  unit: Unit,
  intent: PaymentIntentRow,
  method: PaymentMethodRow,
  reason: Decline,
  step: IntentStep,
  pending?: ChargeRow,
): StripeError {
  const charge = pending ?? newCharge(unit, intent, method);
  failCharge(charge, reason);
  const problem = {
    charge: charge.id,
    code: reason.code,
    ...(reason.declineCode === undefined ? {} : { decline_code: reason.declineCode }),
    message: reason.message,
    payment_method: toPaymentMethod(method),
    type: 'card_error' as const,
  };
  intent.status = advance(intent.status, step, 'requires_payment_method');
  intent.payment_method = null;
  intent.latest_charge = charge.id;
  intent.next_action = null;
  intent.last_payment_error = problem;
  unit.save(charges, charge);
  unit.emit('charge.failed', toCharge(charge));
  unit.emit('payment_intent.payment_failed', toPaymentIntent(intent));
  const body = { ...problem, payment_intent: toPaymentIntent(intent) };
  return new StripeError(402, body, { saved: true, keepsWrites: true });
}

/** The payer's bank said no, or the payer did not answer it: no charge was tried. */
export function failAuthentication(unit: Unit, intent: PaymentIntentRow, method: PaymentMethodRow): void {
  intent.status = advance(intent.status, 'authenticate', 'requires_payment_method');
  intent.payment_method = null;
  intent.next_action = null;
  intent.last_payment_error = {
    code: 'payment_intent_authentication_failure',
    message:
      'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
    payment_method: toPaymentMethod(method),
    type: 'invalid_request_error',
  };
  unit.emit('payment_intent.payment_failed', toPaymentIntent(intent));
}
