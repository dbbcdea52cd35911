import type { PaymentIntentRow, PaymentMethodRow } from '../database/rows.js';
import { paymentIntents, paymentMethods } from '../database/tables.js';
import type { Unit } from '../database/unit.js';
import { mergeMetadata } from '../domain/metadata.js';
import { advance, allows, type IntentStep, statusesAllowing } from '../domain/payment-intent-lifecycle.js';
import { missing, refused, type StripeError } from '../domain/stripe-error.js';
import { command, idOf } from '../resources/command.js';
import { toPaymentIntent } from '../resources/wire.js';
import { checkMethodFits, confirmIntent } from './confirming.js';
import { type IntentParams, readIntentParams } from './intent-params.js';
import { chooseMethod, requireCustomer } from './methods.js';

const UNPAID: readonly string[] = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

/** The payment intent of an address, locked. */
export async function lockIntent(unit: Unit, id: string): Promise<PaymentIntentRow> {
  const intent = await unit.lock(paymentIntents, id);
  if (!intent) throw missing('payment_intent', id, 'intent');
  return intent;
}

/** The answer when a payment intent's status does not allow what is asked: `verb` as in "be canceled". */
export function wrongStatus(
  intent: PaymentIntentRow,
  step: IntentStep,
  verb: string,
  done: string,
): StripeError {
  const message =
    `You cannot ${verb} this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent ` +
    `with one of the following statuses may be ${done}: ${statusesAllowing(step).join(', ')}.`;
  return refused('payment_intent_unexpected_state', message, { payment_intent: toPaymentIntent(intent) });
}

interface Change extends IntentParams {
  readonly id: string;
}

/** What may change while nothing is paid; description, metadata and what is only kept may change always. */
function applyChange(intent: PaymentIntentRow, input: Change): void {
  const early = UNPAID.includes(intent.status);
  const wants = [input.amount, input.customer, input.captureMethod, input.types, input.method];
  if (!early && wants.some((value) => value !== undefined)) {
    const message =
      `This PaymentIntent's amount, customer, capture method or payment method could not be updated because it ` +
      `has a status of ${intent.status}. You may only update them while it has one of these statuses: ` +
      `${UNPAID.join(', ')}.`;
    throw refused('payment_intent_unexpected_state', message, { payment_intent: toPaymentIntent(intent) });
  }
  if (input.amount !== undefined && intent.amount_funded > input.amount) {
    throw refused('payment_intent_unexpected_state', 'More than this amount has come in already.');
  }
  intent.amount = input.amount ?? intent.amount;
  if (input.customer !== undefined) intent.customer = input.customer;
  intent.capture_method = input.captureMethod ?? intent.capture_method;
  intent.payment_method_types = input.types ?? intent.payment_method_types;
  if (input.description !== undefined) intent.description = input.description;
  if (input.transferGroup !== undefined) intent.transfer_group = input.transferGroup;
  intent.payment_method_options = { ...intent.payment_method_options, ...input.options };
  intent.extra = { ...intent.extra, ...input.extra };
  intent.metadata = mergeMetadata(intent.metadata, input.metadata);
}

async function methodFor(
  unit: Unit,
  intent: PaymentIntentRow,
  input: Change,
): Promise<PaymentMethodRow | undefined> {
  if (input.method) return chooseMethod(unit, input.method);
  if (input.method === null || intent.payment_method === null) return undefined;
  return unit.find(paymentMethods, intent.payment_method);
}

function parseChange(params: Parameters<typeof readIntentParams>[0], id: string): Change {
  const input = { ...readIntentParams(params), id };
  mergeMetadata({}, input.metadata);
  return input;
}

/** `POST /v1/payment_intents/:id`. */
export const updateIntent = command<Change>({
  answer: 'payment_intent',
  parse: (params, path) => {
    params.unsupported('currency');
    return parseChange(params, idOf(path));
  },
  execute: async (unit, input) => {
    const intent = await lockIntent(unit, input.id);
    await requireCustomer(unit, input.customer);
    applyChange(intent, input);
    if (input.method !== undefined) {
      const method = await methodFor(unit, intent, input);
      if (method) checkMethodFits(intent, method);
      intent.payment_method = method?.id ?? null;
      intent.next_action = null;
      if (method) intent.status = advance(intent.status, 'attach', 'requires_confirmation');
      else if (allows(intent.status, 'detach')) {
        intent.status = advance(intent.status, 'detach', 'requires_payment_method');
      }
    }
    unit.save(paymentIntents, intent);
    return toPaymentIntent(intent);
  },
});

/** `POST /v1/payment_intents/:id/confirm`. */
export const confirm = command<Change>({
  answer: 'payment_intent',
  parse: (params, path) => {
    params.unsupported('amount', 'customer');
    return parseChange(params, idOf(path));
  },
  execute: async (unit, input, around) => {
    const intent = await lockIntent(unit, input.id);
    if (!allows(intent.status, 'confirm')) throw wrongStatus(intent, 'confirm', 'confirm', 'confirmed');
    applyChange(intent, input);
    const method = await methodFor(unit, intent, input);
    if (!method) {
      const message =
        "You cannot confirm this PaymentIntent because it's missing a payment method. Update it with a payment " +
        'method and then confirm it again.';
      throw refused('payment_intent_unexpected_state', message, { payment_intent: toPaymentIntent(intent) });
    }
    try {
      await confirmIntent(unit, intent, method, input.presence, around);
    } finally {
      unit.save(paymentIntents, intent);
    }
    return toPaymentIntent(intent);
  },
});
