import type { IntentStatus } from '../domain/payment-intent-lifecycle.js';
import type { Metadata } from '../domain/metadata.js';

/** The rows of schema `gateway`. Amounts are in the smallest unit of `currency`; instants are wall clock. */
interface Row {
  readonly id: string;
  readonly created: Date;
}
type Json = Readonly<Record<string, unknown>>;

export interface CustomerRow extends Row {
  name: string | null;
  email: string | null;
  phone: string | null;
  description: string | null;
  address: Json | null;
  shipping: Json | null;
  default_payment_method: string | null;
  metadata: Metadata;
  deleted: boolean;
}

export interface PaymentMethodRow extends Row {
  readonly type: 'card' | 'customer_balance' | 'us_bank_account';
  /** The test token whose behaviour this payment method has (domain/test-tokens.ts). */
  readonly token: string;
  readonly exp_month: number;
  readonly exp_year: number;
  readonly fingerprint: string;
  customer: string | null;
  billing_details: Json;
  metadata: Metadata;
}

export interface PaymentIntentRow extends Row {
  amount: bigint;
  currency: string;
  status: IntentStatus;
  capture_method: 'automatic' | 'automatic_async' | 'manual';
  confirmation_method: 'automatic' | 'manual';
  amount_capturable: bigint;
  amount_received: bigint;
  /** What has come in by bank transfer while the rest is awaited. */
  amount_funded: bigint;
  customer: string | null;
  payment_method: string | null;
  payment_method_types: string[];
  payment_method_options: Json;
  automatic_payment_methods: Json | null;
  latest_charge: string | null;
  readonly client_secret: string;
  description: string | null;
  metadata: Metadata;
  transfer_group: string | null;
  canceled_at: Date | null;
  cancellation_reason: string | null;
  last_payment_error: Json | null;
  next_action: Json | null;
  /** The random sub-account (随机子账号) that money for this payment is sent to. */
  sub_account: string | null;
  /** Parameters that are given back as they came: receipt_email, shipping, statement_descriptor … */
  extra: Json;
}

export interface ChargeRow extends Row {
  readonly payment_intent: string;
  readonly amount: bigint;
  amount_captured: bigint;
  amount_refunded: bigint;
  readonly currency: string;
  status: 'succeeded' | 'pending' | 'failed';
  captured: boolean;
  refunded: boolean;
  readonly customer: string | null;
  readonly payment_method: string | null;
  readonly payment_method_details: Json;
  failure_code: string | null;
  failure_message: string | null;
  decline_code: string | null;
  balance_transaction: string | null;
  failure_balance_transaction: string | null;
  description: string | null;
  metadata: Metadata;
  transfer_group: string | null;
  /** When an uncaptured hold runs out. */
  capture_before: Date | null;
}

export interface RefundRow extends Row {
  readonly amount: bigint;
  readonly currency: string;
  readonly charge: string;
  readonly payment_intent: string;
  readonly payment_method: string | null;
  readonly customer: string | null;
  status: 'pending' | 'succeeded' | 'failed' | 'canceled';
  readonly reason: string | null;
  readonly balance_transaction: string | null;
  failure_balance_transaction: string | null;
  failure_reason: string | null;
  metadata: Metadata;
}

export interface TransferRow extends Row {
  readonly amount: bigint;
  amount_reversed: bigint;
  readonly currency: string;
  readonly destination: string;
  readonly source_transaction: string | null;
  readonly balance_transaction: string | null;
  description: string | null;
  transfer_group: string | null;
  metadata: Metadata;
  /** The latest ten, newest first, as the wire shows them inside the transfer. */
  recent_reversals: readonly Json[];
}

export interface TransferReversalRow extends Row {
  readonly transfer: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly balance_transaction: string | null;
  metadata: Metadata;
}

export interface PayoutRow extends Row {
  readonly amount: bigint;
  readonly currency: string;
  readonly destination: string | null;
  readonly method: 'standard' | 'instant';
  status: 'pending' | 'in_transit' | 'paid' | 'failed' | 'canceled';
  readonly arrival_date: Date;
  readonly balance_transaction: string | null;
  failure_balance_transaction: string | null;
  failure_code: string | null;
  failure_message: string | null;
  original_payout: string | null;
  reversed_by: string | null;
  description: string | null;
  statement_descriptor: string | null;
  metadata: Metadata;
}

export interface BalanceTransactionRow extends Row {
  /** Signed: money in is positive. */
  readonly amount: bigint;
  readonly currency: string;
  readonly type: string;
  readonly reporting_category: string;
  readonly source: string;
  readonly payout: string | null;
  readonly description: string | null;
}

export interface CashTransactionRow extends Row {
  readonly customer: string;
  readonly currency: string;
  readonly type: 'funded' | 'applied_to_payment' | 'unapplied_from_payment';
  readonly net_amount: bigint;
  readonly ending_balance: bigint;
  readonly payment_intent: string | null;
  readonly reference: string | null;
}

export interface EventRow extends Row {
  readonly type: string;
  /** The object that it is about. */
  readonly subject: string;
  /** `data`, as JSON text: what the object was then. */
  readonly data: string;
  readonly request: string | null;
  readonly idempotency_key: string | null;
  readonly api_version: string;
}

export interface SigningSecret {
  readonly secret: string;
  /** When a rolled secret stops signing; null for the current one. */
  readonly expires: string | null;
}

export interface WebhookEndpointRow extends Row {
  url: string;
  enabled_events: string[];
  description: string | null;
  status: 'enabled' | 'disabled';
  api_version: string | null;
  metadata: Metadata;
  secrets: readonly SigningSecret[];
  /** Registered by the environment at start, which may move it to another address. */
  readonly managed: boolean;
}
