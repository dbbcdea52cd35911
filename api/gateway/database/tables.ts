import type * as rows from './rows.js';
import { table } from './table.js';

export const customers = table<rows.CustomerRow>('customer', {
  id: 'plain',
  created: 'plain',
  name: 'plain',
  email: 'plain',
  phone: 'plain',
  description: 'plain',
  address: 'json',
  shipping: 'json',
  default_payment_method: 'plain',
  metadata: 'json',
  deleted: 'plain',
});

export const paymentMethods = table<rows.PaymentMethodRow>('payment_method', {
  id: 'plain',
  created: 'plain',
  type: 'plain',
  token: 'plain',
  exp_month: 'plain',
  exp_year: 'plain',
  fingerprint: 'plain',
  customer: 'plain',
  billing_details: 'json',
  metadata: 'json',
});

export const paymentIntents = table<rows.PaymentIntentRow>('payment_intent', {
  id: 'plain',
  created: 'plain',
  amount: 'plain',
  currency: 'plain',
  status: 'plain',
  capture_method: 'plain',
  confirmation_method: 'plain',
  amount_capturable: 'plain',
  amount_received: 'plain',
  amount_funded: 'plain',
  customer: 'plain',
  payment_method: 'plain',
  payment_method_types: 'plain',
  payment_method_options: 'json',
  automatic_payment_methods: 'json',
  latest_charge: 'plain',
  client_secret: 'plain',
  description: 'plain',
  metadata: 'json',
  transfer_group: 'plain',
  canceled_at: 'plain',
  cancellation_reason: 'plain',
  last_payment_error: 'json',
  next_action: 'json',
  sub_account: 'plain',
  extra: 'json',
});

export const charges = table<rows.ChargeRow>('charge', {
  id: 'plain',
  created: 'plain',
  payment_intent: 'plain',
  amount: 'plain',
  amount_captured: 'plain',
  amount_refunded: 'plain',
  currency: 'plain',
  status: 'plain',
  captured: 'plain',
  refunded: 'plain',
  customer: 'plain',
  payment_method: 'plain',
  payment_method_details: 'json',
  failure_code: 'plain',
  failure_message: 'plain',
  decline_code: 'plain',
  balance_transaction: 'plain',
  failure_balance_transaction: 'plain',
  description: 'plain',
  metadata: 'json',
  transfer_group: 'plain',
  capture_before: 'plain',
});

export const refunds = table<rows.RefundRow>('refund', {
  id: 'plain',
  created: 'plain',
  amount: 'plain',
  currency: 'plain',
  charge: 'plain',
  payment_intent: 'plain',
  payment_method: 'plain',
  customer: 'plain',
  status: 'plain',
  reason: 'plain',
  balance_transaction: 'plain',
  failure_balance_transaction: 'plain',
  failure_reason: 'plain',
  metadata: 'json',
});

export const transfers = table<rows.TransferRow>('transfer', {
  id: 'plain',
  created: 'plain',
  amount: 'plain',
  amount_reversed: 'plain',
  currency: 'plain',
  destination: 'plain',
  source_transaction: 'plain',
  balance_transaction: 'plain',
  description: 'plain',
  transfer_group: 'plain',
  metadata: 'json',
  recent_reversals: 'json',
});

export const transferReversals = table<rows.TransferReversalRow>('transfer_reversal', {
  id: 'plain',
  created: 'plain',
  transfer: 'plain',
  amount: 'plain',
  currency: 'plain',
  balance_transaction: 'plain',
  metadata: 'json',
});

export const payouts = table<rows.PayoutRow>('payout', {
  id: 'plain',
  created: 'plain',
  amount: 'plain',
  currency: 'plain',
  destination: 'plain',
  method: 'plain',
  status: 'plain',
  arrival_date: 'plain',
  balance_transaction: 'plain',
  failure_balance_transaction: 'plain',
  failure_code: 'plain',
  failure_message: 'plain',
  original_payout: 'plain',
  reversed_by: 'plain',
  description: 'plain',
  statement_descriptor: 'plain',
  metadata: 'json',
});

export const balanceTransactions = table<rows.BalanceTransactionRow>('balance_transaction', {
  id: 'plain',
  created: 'plain',
  amount: 'plain',
  currency: 'plain',
  type: 'plain',
  reporting_category: 'plain',
  source: 'plain',
  payout: 'plain',
  description: 'plain',
});

export const cashTransactions = table<rows.CashTransactionRow>('cash_transaction', {
  id: 'plain',
  created: 'plain',
  customer: 'plain',
  currency: 'plain',
  type: 'plain',
  net_amount: 'plain',
  ending_balance: 'plain',
  payment_intent: 'plain',
  reference: 'plain',
});

export const events = table<rows.EventRow>('event', {
  id: 'plain',
  created: 'plain',
  type: 'plain',
  subject: 'plain',
  data: 'plain',
  request: 'plain',
  idempotency_key: 'plain',
  api_version: 'plain',
});

export const webhookEndpoints = table<rows.WebhookEndpointRow>('webhook_endpoint', {
  id: 'plain',
  created: 'plain',
  url: 'plain',
  enabled_events: 'plain',
  description: 'plain',
  status: 'plain',
  api_version: 'plain',
  metadata: 'json',
  secrets: 'json',
  managed: 'plain',
});
