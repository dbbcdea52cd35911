import { createHash } from 'node:crypto';
import type { PaymentMethodRow } from '../database/rows.js';
import { customers, paymentMethods } from '../database/tables.js';
import type { Unit } from '../database/unit.js';
import { newId } from '../domain/ids.js';
import type { Metadata } from '../domain/metadata.js';
import { StripeError, invalidParameter, missingParameter } from '../domain/stripe-error.js';
import { BANK_TRANSFER, type TestMethod, testMethod, tokenOfNumber } from '../domain/test-tokens.js';
import type { Params } from '../http/params.js';

/** How a request names a payment method: one that exists, a test token, or data for a new one. */
export type MethodChoice =
  | { readonly id: string }
  | {
      readonly token: string;
      readonly billing: Readonly<Record<string, unknown>>;
      readonly metadata: Metadata;
    };

const METHOD_TYPES = ['card', 'customer_balance', 'us_bank_account'] as const;
const BILLING = ['address', 'email', 'name', 'phone', 'tax_id'];

/** The behaviour of a payment method. */
export function behaviourOf(method: PaymentMethodRow): TestMethod {
  return testMethod(method.token) ?? BANK_TRANSFER;
}

function cardToken(card: Params | null | undefined, name: string): string {
  if (!card) throw invalidParameter('parameter_missing', `Missing required param: ${name}.`, name);
  const token = card.text('token');
  const number = card.text('number');
  card.ignore('exp_month', 'exp_year', 'cvc', 'networks');
  card.finish();
  const found = token ?? (number ? tokenOfNumber(number) : undefined);
  if (found && testMethod(found)?.type === 'card') return found;
  const message =
    'Your card was declined. Your request was in test mode, but used a card that is no test card.';
  throw new StripeError(402, {
    type: 'card_error',
    code: 'card_declined',
    decline_code: 'test_mode_live_card',
    message,
  });
}

/** Reads `type`, `card`, `billing_details` and `metadata`: the parameters that make a payment method. */
export function readMethodData(params: Params, name = ''): MethodChoice {
  const type = params.oneOf('type', METHOD_TYPES);
  if (!type) throw invalidParameter('parameter_missing', 'Missing required param: type.', 'type');
  const billing = params.object('billing_details')?.keep(BILLING) ?? {};
  const metadata = params.map('metadata') ?? {};
  params.ignore('allow_redisplay', 'radar_options', 'customer_balance');
  if (type === 'card') {
    const token = cardToken(params.object('card'), name === '' ? 'card' : `${name}[card]`);
    return { token, billing, metadata };
  }
  if (type === 'us_bank_account') {
    params.ignore('us_bank_account');
    return { token: 'pm_usBankAccount', billing, metadata };
  }
  return { token: 'pm_customer_balance', billing, metadata };
}

/** Reads `payment_method` or `payment_method_data`. Undefined: neither is there; null: taken away. */
export function readMethodChoice(params: Params): MethodChoice | null | undefined {
  const data = params.object('payment_method_data');
  const id = params.text('payment_method');
  if (data) {
    const choice = readMethodData(data, 'payment_method_data');
    data.finish();
    return choice;
  }
  if (id === undefined || id === null) return id;
  return testMethod(id) && !id.startsWith('tok_') ? { token: id, billing: {}, metadata: {} } : { id };
}

/** A new payment method with the behaviour of a test token. */
export function createMethod(unit: Unit, choice: Extract<MethodChoice, { token: string }>): PaymentMethodRow {
  const method: PaymentMethodRow = {
    id: newId('pm'),
    created: unit.now,
    type: (testMethod(choice.token) ?? BANK_TRANSFER).type,
    token: choice.token,
    exp_month: 12,
    exp_year: unit.now.getUTCFullYear() + 3,
    // The same card has the same fingerprint, whoever pays with it.
    fingerprint: createHash('sha256')
      .update(choice.token.replace(/^(tok|pm_card)_/, ''))
      .digest('hex')
      .slice(0, 16),
    customer: null,
    billing_details: choice.billing,
    metadata: choice.metadata,
  };
  unit.save(paymentMethods, method);
  return method;
}

/**
 * The payment method that a request names.
 * @throws StripeError 400 when there is none of that id
 */
export async function chooseMethod(unit: Unit, choice: MethodChoice): Promise<PaymentMethodRow> {
  if ('token' in choice) return createMethod(unit, choice);
  const method = await unit.find(paymentMethods, choice.id);
  if (!method) throw missingParameter('PaymentMethod', choice.id, 'payment_method');
  return method;
}

/**
 * Makes sure that a customer exists.
 * @throws StripeError 400 when there is none, or it was deleted
 */
export async function requireCustomer(unit: Unit, id: string | null | undefined): Promise<void> {
  if (!id) return;
  const customer = await unit.find(customers, id);
  if (!customer || customer.deleted) throw missingParameter('customer', id, 'customer');
}
