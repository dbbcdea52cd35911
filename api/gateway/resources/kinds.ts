import type { WireObject } from '../database/unit.js';
import * as tables from '../database/tables.js';
import type { Table } from '../database/table.js';
import * as wire from './wire.js';
import * as money from './wire-balance.js';

/** A kind of object: how its ids begin, where its rows are, what it looks like on the wire. */
export interface Kind {
  readonly object: string;
  readonly prefix: string;
  readonly tableName: string;
  /** What a row is read from: the table, or the table with what is computed beside it. */
  readonly columns: string;
  readonly toWire: (row: never) => WireObject;
}

function kind<Row extends { readonly id: string }>(
  object: string,
  prefix: string,
  from: Table<Row>,
  toWire: (row: Row) => WireObject,
  columns = '*',
): Kind {
  return { object, prefix, tableName: from.name, columns, toWire };
}

/** An event says how many of its webhooks are still to arrive. */
const eventColumns = `*, (SELECT count(*)::int FROM gateway.delivery
  WHERE delivery.event = event.id AND delivery.state = 'pending') AS pending_webhooks`;

export const KINDS = {
  customer: kind('customer', 'cus', tables.customers, wire.toCustomer),
  payment_method: kind('payment_method', 'pm', tables.paymentMethods, wire.toPaymentMethod),
  payment_intent: kind('payment_intent', 'pi', tables.paymentIntents, wire.toPaymentIntent),
  charge: kind('charge', 'ch', tables.charges, wire.toCharge),
  refund: kind('refund', 're', tables.refunds, wire.toRefund),
  transfer: kind('transfer', 'tr', tables.transfers, money.toTransfer),
  transfer_reversal: kind('transfer_reversal', 'trr', tables.transferReversals, wire.toTransferReversal),
  payout: kind('payout', 'po', tables.payouts, money.toPayout),
  balance_transaction: kind(
    'balance_transaction',
    'txn',
    tables.balanceTransactions,
    money.toBalanceTransaction,
  ),
  customer_cash_balance_transaction: kind(
    'customer_cash_balance_transaction',
    'ccsbtxn',
    tables.cashTransactions,
    money.toCashTransaction,
  ),
  event: kind<money.EventWithPending>('event', 'evt', tables.events, money.toEvent, eventColumns),
  webhook_endpoint: kind('webhook_endpoint', 'we', tables.webhookEndpoints, money.toWebhookEndpoint),
} satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;

const byPrefix = new Map(Object.entries(KINDS).map(([name, { prefix }]) => [prefix, name as KindName]));

/** The kind of object that an id names, by its prefix. */
export function kindOfId(id: string): KindName | undefined {
  return byPrefix.get(id.slice(0, id.indexOf('_')));
}
