import type Stripe from 'stripe';
import { wireAmount } from '../domain/amounts.js';
import type * as rows from '../database/rows.js';
import { seconds } from './wire.js';

/** Rows of money that leaves, of the balance and of webhooks, as Stripe's JSON. */

export function toTransfer(row: rows.TransferRow): Stripe.Transfer {
  return {
    id: row.id,
    object: 'transfer',
    amount: wireAmount(row.amount),
    amount_reversed: wireAmount(row.amount_reversed),
    balance_transaction: row.balance_transaction,
    created: seconds(row.created),
    currency: row.currency,
    description: row.description,
    destination: row.destination,
    livemode: false,
    metadata: row.metadata,
    reversals: {
      object: 'list',
      data: row.recent_reversals as unknown as Stripe.TransferReversal[],
      has_more: row.recent_reversals.length === 10,
      url: `/v1/transfers/${row.id}/reversals`,
    },
    reversed: row.amount_reversed === row.amount,
    source_transaction: row.source_transaction,
    source_type: 'card',
    transfer_group: row.transfer_group,
  };
}

export function toPayout(row: rows.PayoutRow): Stripe.Payout {
  return {
    id: row.id,
    object: 'payout',
    amount: wireAmount(row.amount),
    application_fee: null,
    application_fee_amount: null,
    arrival_date: seconds(row.arrival_date),
    automatic: false,
    balance_transaction: row.balance_transaction,
    created: seconds(row.created),
    currency: row.currency,
    description: row.description,
    destination: row.destination,
    failure_balance_transaction: row.failure_balance_transaction,
    failure_code: row.failure_code,
    failure_message: row.failure_message,
    livemode: false,
    metadata: row.metadata,
    method: row.method,
    original_payout: row.original_payout,
    payout_method: null,
    reconciliation_status: 'not_applicable',
    reversed_by: row.reversed_by,
    source_type: 'card',
    statement_descriptor: row.statement_descriptor,
    status: row.status,
    trace_id: null,
    type: 'bank_account',
  };
}

/** Captured money is available at once, and there is no fee. */
export function toBalanceTransaction(row: rows.BalanceTransactionRow): Stripe.BalanceTransaction {
  return {
    id: row.id,
    object: 'balance_transaction',
    amount: wireAmount(row.amount),
    available_on: seconds(row.created),
    balance_type: 'payments',
    created: seconds(row.created),
    currency: row.currency,
    description: row.description,
    exchange_rate: null,
    fee: 0,
    fee_details: [],
    net: wireAmount(row.amount),
    reporting_category: row.reporting_category,
    source: row.source,
    status: 'available',
    type: row.type,
  };
}

export function toCashTransaction(row: rows.CashTransactionRow): Stripe.CustomerCashBalanceTransaction {
  const payment = { payment_intent: row.payment_intent ?? '' };
  return {
    id: row.id,
    object: 'customer_cash_balance_transaction',
    created: seconds(row.created),
    currency: row.currency,
    customer: row.customer,
    customer_account: null,
    ending_balance: wireAmount(row.ending_balance),
    livemode: false,
    net_amount: wireAmount(row.net_amount),
    type: row.type,
    ...(row.type === 'funded'
      ? { funded: { bank_transfer: { reference: row.reference, type: 'cn_bank_transfer' } } }
      : {}),
    ...(row.type === 'applied_to_payment' ? { applied_to_payment: payment } : {}),
    ...(row.type === 'unapplied_from_payment' ? { unapplied_from_payment: payment } : {}),
  };
}

/** The secret is shown once, when the endpoint is made. */
export function toWebhookEndpoint(row: rows.WebhookEndpointRow): Stripe.WebhookEndpoint {
  return {
    id: row.id,
    object: 'webhook_endpoint',
    api_version: row.api_version,
    application: null,
    created: seconds(row.created),
    description: row.description,
    enabled_events: row.enabled_events,
    livemode: false,
    metadata: row.metadata,
    status: row.status,
    url: row.url,
  };
}

/** An event row with the number of its webhooks that have not arrived. */
export interface EventWithPending extends rows.EventRow {
  readonly pending_webhooks: number;
}

/** An event as JSON text; `data` goes in as it was stored, without being read. */
export function eventText(row: EventWithPending): string {
  const head = {
    id: row.id,
    object: 'event',
    api_version: row.api_version,
    created: seconds(row.created),
  };
  const tail = {
    livemode: false,
    pending_webhooks: row.pending_webhooks,
    request: { id: row.request, idempotency_key: row.idempotency_key },
    type: row.type,
  };
  return `${JSON.stringify(head).slice(0, -1)},"data":${row.data},${JSON.stringify(tail).slice(1)}`;
}

export function toEvent(row: EventWithPending): Stripe.Event {
  return JSON.parse(eventText(row)) as Stripe.Event;
}
