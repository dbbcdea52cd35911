import type { PaymentIntentRow } from '../database/rows.js';
import { paymentIntents } from '../database/tables.js';
import type { Unit } from '../database/unit.js';
import { newId, randomText } from '../domain/ids.js';
import { mergeMetadata } from '../domain/metadata.js';
import { advance } from '../domain/payment-intent-lifecycle.js';
import { invalidParameter } from '../domain/stripe-error.js';
import { command } from '../resources/command.js';
import { toPaymentIntent } from '../resources/wire.js';
import { checkMethodFits, confirmIntent } from './confirming.js';
import { DEFAULT_TYPES, type IntentParams, readIntentParams } from './intent-params.js';
import { chooseMethod, requireCustomer } from './methods.js';

interface Input extends IntentParams {
  readonly amount: bigint;
  readonly currency: string;
  readonly confirmationMethod: 'automatic' | 'manual';
  readonly confirm: boolean;
}

function newIntent(unit: Unit, input: Input): PaymentIntentRow {
  const id = newId('pi');
  return {
    id,
    created: unit.now,
    amount: input.amount,
    currency: input.currency,
    status: 'requires_payment_method',
    capture_method: input.captureMethod ?? 'automatic_async',
    confirmation_method: input.confirmationMethod,
    amount_capturable: 0n,
    amount_received: 0n,
    amount_funded: 0n,
    customer: input.customer ?? null,
    payment_method: null,
    payment_method_types: input.types ?? DEFAULT_TYPES,
    payment_method_options: input.options,
    automatic_payment_methods: input.automatic ?? null,
    latest_charge: null,
    client_secret: `${id}_secret_${randomText(25)}`,
    description: input.description ?? null,
    metadata: mergeMetadata({}, input.metadata),
    transfer_group: input.transferGroup ?? null,
    canceled_at: null,
    cancellation_reason: null,
    last_payment_error: null,
    next_action: null,
    sub_account: null,
    extra: input.extra,
  };
}

/** `POST /v1/payment_intents`. With `confirm` it is paid in the same transaction. */
export const createIntent = command<Input>({
  answer: 'payment_intent',
  parse: (params) => {
    const common = readIntentParams(params);
    const input = {
      ...common,
      amount: common.amount ?? params.requiredAmount('amount'),
      currency: params.currency(),
      confirmationMethod: params.oneOf('confirmation_method', ['automatic', 'manual']) ?? 'automatic',
      confirm: params.boolean('confirm') ?? false,
    };
    mergeMetadata({}, common.metadata);
    if (input.confirm && !input.method) {
      const message =
        "You cannot confirm this PaymentIntent because it's missing a payment method. Send `payment_method` " +
        'or `payment_method_data` with it.';
      throw invalidParameter('payment_intent_unexpected_state', message);
    }
    return input;
  },
  execute: async (unit, input, around) => {
    const [method] = await Promise.all([
      input.method ? chooseMethod(unit, input.method) : undefined,
      requireCustomer(unit, input.customer),
    ]);
    const intent = newIntent(unit, input);
    if (method) {
      checkMethodFits(intent, method);
      intent.payment_method = method.id;
      intent.status = advance(intent.status, 'attach', 'requires_confirmation');
    }
    unit.save(paymentIntents, intent);
    unit.emit('payment_intent.created', toPaymentIntent(intent));
    if (!input.confirm || !method) return toPaymentIntent(intent);
    try {
      await confirmIntent(unit, intent, method, input.presence, around);
    } finally {
      // A decline is thrown, and yet what it did to the payment intent stays.
      unit.save(paymentIntents, intent);
    }
    return toPaymentIntent(intent);
  },
});
