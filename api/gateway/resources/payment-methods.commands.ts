import type { PaymentMethodRow } from '../database/rows.js';
import { paymentMethods } from '../database/tables.js';
import type { Unit } from '../database/unit.js';
import { mergeMetadata, type Metadata } from '../domain/metadata.js';
import { StripeError, missing, refused } from '../domain/stripe-error.js';
import { testMethod } from '../domain/test-tokens.js';
import {
  behaviourOf,
  chooseMethod,
  createMethod,
  type MethodChoice,
  readMethodData,
  requireCustomer,
} from '../payments/methods.js';
import { command, idOf } from './command.js';
import { toPaymentMethod } from './wire.js';

/** `POST /v1/payment_methods`. */
export const createPaymentMethod = command<Extract<MethodChoice, { token: string }>>({
  answer: 'payment_method',
  parse: (params) => {
    params.unsupported('customer', 'payment_method');
    const choice = readMethodData(params);
    if (!('token' in choice)) throw new Error('data always makes a new payment method');
    return { ...choice, metadata: mergeMetadata({}, choice.metadata) };
  },
  execute: async (unit, choice) => toPaymentMethod(createMethod(unit, choice)),
});

async function lockMethod(unit: Unit, id: string): Promise<PaymentMethodRow> {
  const method = await unit.lock(paymentMethods, id);
  if (!method) throw missing('PaymentMethod', id, 'payment_method');
  return method;
}

interface Update {
  readonly id: string;
  readonly billing: Readonly<Record<string, unknown>>;
  readonly metadata: Metadata | null | undefined;
}

/** `POST /v1/payment_methods/:id`. */
export const updatePaymentMethod = command<Update>({
  answer: 'payment_method',
  parse: (params, path) => {
    params.ignore('card', 'allow_redisplay', 'us_bank_account');
    const billing =
      params.object('billing_details')?.keep(['address', 'email', 'name', 'phone', 'tax_id']) ?? {};
    const metadata = params.map('metadata');
    mergeMetadata({}, metadata);
    return { id: idOf(path), billing, metadata };
  },
  execute: async (unit, input) => {
    const method = await lockMethod(unit, input.id);
    method.billing_details = { ...method.billing_details, ...input.billing };
    method.metadata = mergeMetadata(method.metadata, input.metadata);
    unit.save(paymentMethods, method);
    unit.emit('payment_method.updated', toPaymentMethod(method));
    return toPaymentMethod(method);
  },
});

/** The bank is asked when a card is attached, and may say no. */
function checkAttachable(method: PaymentMethodRow): void {
  const { outcome, attachable } = behaviourOf(method);
  if (attachable || outcome.kind !== 'decline') return;
  const { code, declineCode, message } = outcome.decline;
  const decline = declineCode === undefined ? {} : { decline_code: declineCode };
  throw new StripeError(402, { type: 'card_error', code, ...decline, message }, { saved: true });
}

/** `POST /v1/payment_methods/:id/attach`. A test token makes a new payment method of its kind. */
export const attachPaymentMethod = command<{ readonly id: string; readonly customer: string }>({
  answer: 'payment_method',
  parse: (params, path) => ({ id: idOf(path), customer: params.requiredText('customer') }),
  execute: async (unit, { id, customer }) => {
    await requireCustomer(unit, customer);
    const isToken = testMethod(id) !== undefined;
    const method = isToken
      ? await chooseMethod(unit, { token: id, billing: {}, metadata: {} })
      : await lockMethod(unit, id);
    if (method.customer !== null && method.customer !== customer) {
      throw refused(
        'payment_method_unexpected_state',
        'The payment method you provided has already been attached to a customer.',
      );
    }
    checkAttachable(method);
    method.customer = customer;
    unit.save(paymentMethods, method);
    unit.emit('payment_method.attached', toPaymentMethod(method));
    return toPaymentMethod(method);
  },
});

/** `POST /v1/payment_methods/:id/detach`. */
export const detachPaymentMethod = command<{ readonly id: string }>({
  answer: 'payment_method',
  parse: (_params, path) => ({ id: idOf(path) }),
  execute: async (unit, { id }) => {
    const method = await lockMethod(unit, id);
    if (method.customer === null) {
      const message =
        'The payment method you provided is not attached to a customer so detachment is impossible.';
      throw refused('payment_method_unexpected_state', message);
    }
    const previous = { customer: method.customer };
    method.customer = null;
    unit.save(paymentMethods, method);
    unit.emit('payment_method.detached', toPaymentMethod(method), previous);
    return toPaymentMethod(method);
  },
});
