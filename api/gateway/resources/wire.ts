import type Stripe from 'stripe';
import { wireAmount } from '../domain/amounts.js';
import { BANK_TRANSFER, testMethod } from '../domain/test-tokens.js';
import type * as rows from '../database/rows.js';

/**
 * Rows as Stripe's JSON. The return types are those of the official client, so that a field that it
 * promises and we forget does not compile.
 */

/** Seconds since 1970, as Stripe writes instants. */
export function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}

const secondsOrNull = (instant: Date | null): number | null => (instant ? seconds(instant) : null);

/** Something whose shape is kept as JSON in the database, and was checked when it came in. */
const stored = <Shape>(value: unknown): Shape => value as Shape;

export function toCustomer(row: rows.CustomerRow): Stripe.Customer | Stripe.DeletedCustomer {
  if (row.deleted) return { id: row.id, object: 'customer', deleted: true };
  return {
    id: row.id,
    object: 'customer',
    address: stored(row.address),
    balance: 0,
    created: seconds(row.created),
    currency: null,
    default_source: null,
    delinquent: false,
    description: row.description,
    discount: null,
    email: row.email,
    invoice_settings: {
      custom_fields: null,
      default_payment_method: row.default_payment_method,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: row.metadata,
    name: row.name,
    phone: row.phone,
    preferred_locales: [],
    shipping: stored(row.shipping),
    tax_exempt: 'none',
    test_clock: null,
  };
}

const noAddress = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };

/** What a payment method says about the card or account behind it; never more than four digits of it. */
export function methodDetails(row: rows.PaymentMethodRow): Readonly<Record<string, unknown>> {
  const method = testMethod(row.token) ?? BANK_TRANSFER;
  if (row.type === 'customer_balance') return {};
  if (row.type === 'us_bank_account') {
    return {
      account_holder_type: 'company',
      account_type: 'checking',
      bank_name: method.brand,
      fingerprint: row.fingerprint,
      last4: method.last4,
      routing_number: '110000000',
    };
  }
  return {
    brand: method.brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: method.country,
    display_brand: method.brand,
    exp_month: row.exp_month,
    exp_year: row.exp_year,
    fingerprint: row.fingerprint,
    funding: method.funding,
    generated_from: null,
    last4: method.last4,
    networks: { available: [method.brand], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: true },
    wallet: null,
  };
}

export function toPaymentMethod(row: rows.PaymentMethodRow): Stripe.PaymentMethod {
  return {
    id: row.id,
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: stored({
      address: noAddress,
      email: null,
      name: null,
      phone: null,
      tax_id: null,
      ...row.billing_details,
    }),
    created: seconds(row.created),
    customer: row.customer,
    customer_account: null,
    livemode: false,
    metadata: row.metadata,
    type: row.type,
    [row.type]: methodDetails(row),
  };
}

export function toPaymentIntent(row: rows.PaymentIntentRow): Stripe.PaymentIntent {
  return {
    id: row.id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: wireAmount(row.amount),
    amount_capturable: wireAmount(row.amount_capturable),
    amount_details: { tip: {} },
    amount_received: wireAmount(row.amount_received),
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: stored(row.automatic_payment_methods),
    canceled_at: secondsOrNull(row.canceled_at),
    cancellation_reason: row.cancellation_reason,
    capture_method: row.capture_method,
    client_secret: row.client_secret,
    confirmation_method: row.confirmation_method,
    created: seconds(row.created),
    currency: row.currency,
    customer: row.customer,
    customer_account: null,
    description: row.description,
    excluded_payment_method_types: null,
    last_payment_error: stored(row.last_payment_error),
    latest_charge: row.latest_charge,
    livemode: false,
    managed_payments: null,
    metadata: row.metadata,
    next_action: stored(row.next_action),
    on_behalf_of: null,
    payment_method: row.payment_method,
    payment_method_configuration_details: null,
    payment_method_options: stored(row.payment_method_options),
    payment_method_types: row.payment_method_types,
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: row.status,
    transfer_group: row.transfer_group,
    ...row.extra,
  };
}

function outcomeOf(row: rows.ChargeRow): Stripe.Charge['outcome'] {
  const failed = row.status === 'failed';
  return {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: failed ? 'declined_by_network' : 'approved_by_network',
    reason: row.decline_code,
    risk_level: 'normal',
    risk_score: 20,
    seller_message: failed ? 'The bank declined the payment.' : 'Payment complete.',
    type: failed ? 'issuer_declined' : 'authorized',
  };
}

export function toCharge(row: rows.ChargeRow): Stripe.Charge {
  return {
    id: row.id,
    object: 'charge',
    amount: wireAmount(row.amount),
    amount_captured: wireAmount(row.amount_captured),
    amount_refunded: wireAmount(row.amount_refunded),
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: row.balance_transaction,
    billing_details: { address: noAddress, email: null, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: 'MUHENG TEST GATEWAY',
    captured: row.captured,
    created: seconds(row.created),
    currency: row.currency,
    customer: row.customer,
    description: row.description,
    disputed: false,
    failure_balance_transaction: row.failure_balance_transaction,
    failure_code: row.failure_code,
    failure_message: row.failure_message,
    fraud_details: {},
    livemode: false,
    metadata: row.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(row),
    paid: row.status === 'succeeded',
    payment_intent: row.payment_intent,
    payment_method: row.payment_method,
    payment_method_details: stored(
      row.capture_before && typeof row.payment_method_details['card'] === 'object'
        ? {
            ...row.payment_method_details,
            card: { ...row.payment_method_details['card'], capture_before: seconds(row.capture_before) },
          }
        : row.payment_method_details,
    ),
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: row.refunded,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: row.status,
    transfer_data: null,
    transfer_group: row.transfer_group,
  };
}

export function toRefund(row: rows.RefundRow): Stripe.Refund {
  return {
    id: row.id,
    object: 'refund',
    amount: wireAmount(row.amount),
    balance_transaction: row.balance_transaction,
    charge: row.charge,
    created: seconds(row.created),
    currency: row.currency,
    customer: row.customer,
    customer_account: null,
    metadata: row.metadata,
    payment_intent: row.payment_intent,
    payment_method: row.payment_method,
    reason: row.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: row.status,
    transfer_reversal: null,
    ...(row.status === 'pending' ? { pending_reason: 'processing' } : {}),
    ...(row.failure_reason === null
      ? {}
      : {
          failure_reason: row.failure_reason,
          failure_balance_transaction: row.failure_balance_transaction ?? '',
        }),
  };
}

export function toTransferReversal(row: rows.TransferReversalRow): Stripe.TransferReversal {
  return {
    id: row.id,
    object: 'transfer_reversal',
    amount: wireAmount(row.amount),
    balance_transaction: row.balance_transaction,
    created: seconds(row.created),
    currency: row.currency,
    destination_payment_refund: null,
    metadata: row.metadata,
    source_refund: null,
    transfer: row.transfer,
  };
}
