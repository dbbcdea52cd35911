import type { PaymentIntentRow, PaymentMethodRow } from '../database/rows.js';
import { paymentMethods } from '../database/tables.js';
import type { Unit } from '../database/unit.js';
import { advance } from '../domain/payment-intent-lifecycle.js';
import { invalidParameter } from '../domain/stripe-error.js';
import type { Decline } from '../domain/test-tokens.js';
import type { Surroundings } from '../resources/command.js';
import { toPaymentIntent, toPaymentMethod } from '../resources/wire.js';
import { awaitTransfer } from './bank-transfers.js';
import { approve, decline, startDebit } from './charging.js';
import { behaviourOf } from './methods.js';

/** How the payer is there, or is not. */
export interface Presence {
  readonly offSession: boolean;
  readonly errorOnAction: boolean;
  readonly returnUrl: string | null;
}

const NOT_THERE: Decline = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
};

/** @throws StripeError 400 when this payment may not be paid in this way, or by this customer */
export function checkMethodFits(intent: PaymentIntentRow, method: PaymentMethodRow): void {
  if (!intent.payment_method_types.includes(method.type)) {
    const message =
      `The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent. Please attach a ` +
      `PaymentMethod of one of the following types: ${intent.payment_method_types.join(', ')}.`;
    throw invalidParameter('payment_intent_incompatible_payment_method', message, 'payment_method');
  }
  if (method.customer === null || method.customer === intent.customer) return;
  const message =
    `The PaymentMethod provided (${method.id}) belongs to another Customer. Include that Customer in the ` +
    '`customer` parameter, or use a PaymentMethod that belongs to nobody.';
  throw invalidParameter(undefined, message, 'payment_method');
}

function askForAuthentication(
  unit: Unit,
  intent: PaymentIntentRow,
  method: PaymentMethodRow,
  presence: Presence,
  around: Surroundings,
): void {
  const url = `${around.baseUrl}/pay/${intent.id}?client_secret=${intent.client_secret}`;
  intent.status = advance(intent.status, 'confirm', 'requires_action');
  intent.payment_method = method.id;
  intent.next_action =
    presence.returnUrl === null
      ? { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: url } }
      : { type: 'redirect_to_url', redirect_to_url: { return_url: presence.returnUrl, url } };
  unit.emit('payment_intent.requires_action', toPaymentIntent(intent));
}

/** A payment method that the customer wants to use again becomes the customer's. */
function keepForLater(unit: Unit, intent: PaymentIntentRow, method: PaymentMethodRow): void {
  const wanted = intent.extra['setup_future_usage'];
  if (!wanted || intent.customer === null || method.customer !== null) return;
  method.customer = intent.customer;
  unit.save(paymentMethods, method);
  unit.emit('payment_method.attached', toPaymentMethod(method));
}

/**
 * The payer agrees to pay; the payment method decides what follows.
 * @throws StripeError 402 for a decline, whose traces stay; 400 for a payment method that does not fit
 */
export async function confirmIntent(
  unit: Unit,
  intent: PaymentIntentRow,
  method: PaymentMethodRow,
  presence: Presence,
  around: Surroundings,
): Promise<void> {
  checkMethodFits(intent, method);
  const { outcome } = behaviourOf(method);
  switch (outcome.kind) {
    case 'approve':
      keepForLater(unit, intent, method);
      approve(unit, intent, method, 'confirm');
      return;
    case 'decline':
      throw decline(unit, intent, method, outcome.decline, 'confirm');
    case 'authenticate':
      if (presence.offSession || presence.errorOnAction)
        throw decline(unit, intent, method, NOT_THERE, 'confirm');
      askForAuthentication(unit, intent, method, presence, around);
      return;
    case 'transfer':
      await awaitTransfer(unit, intent, method, around);
      return;
    case 'debit':
      startDebit(unit, intent, method);
      if (outcome.ends !== 'stays') {
        unit.later('debit-settles', intent.id, new Date(unit.now.getTime() + around.slowMs));
      }
  }
}
