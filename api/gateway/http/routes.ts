import type { WireObject } from '../database/unit.js';
import { createIntent } from '../payments/create-intent.command.js';
import { confirm, updateIntent } from '../payments/change-intent.commands.js';
import { cancel, capture } from '../payments/end-intent.commands.js';
import { cancelRefund, createRefund, updateRefund } from '../payments/refunds.commands.js';
import { readBalance } from '../resources/balance.js';
import { fundCashBalance, readCashBalance } from '../resources/cash-balance.commands.js';
import { updateCharge } from '../resources/charges.commands.js';
import { type AnyCommand, idOf, type PathParams } from '../resources/command.js';
import { createCustomer, deleteCustomer, updateCustomer } from '../resources/customers.commands.js';
import type { KindName } from '../resources/kinds.js';
import * as methods from '../resources/payment-methods.commands.js';
import * as payouts from '../resources/payouts.commands.js';
import { createTransfer, reverseTransfer, updateTransfer } from '../resources/transfers.commands.js';
import * as endpoints from '../resources/webhook-endpoints.commands.js';
import type { Reader } from './expand.js';
import { createdFilters, equalFilters, type Filter } from './lists.js';
import type { Params } from './params.js';
import { searchIntents } from './search.js';

/** The whole of Stripe's API that this gateway plays. */
export type Route =
  | { readonly method: 'POST' | 'DELETE'; readonly path: string; readonly command: AnyCommand }
  | { readonly method: 'GET'; readonly path: string; readonly one: KindName; readonly within?: string }
  | { readonly method: 'GET'; readonly path: string; readonly list: KindName; readonly filters: FilterReader }
  | {
      readonly method: 'GET';
      readonly path: string;
      readonly read: CustomReader;
      readonly answer?: KindName;
    };

type FilterReader = (params: Params, path: PathParams) => Filter[];
/** Reads its parameters at once, and gives what then reads the database. */
type CustomReader = (params: Params, path: PathParams) => (read: Reader) => Promise<WireObject>;

const post = (path: string, command: AnyCommand): Route => ({ method: 'POST', path: `/v1/${path}`, command });
const remove = (path: string, command: AnyCommand): Route => ({
  method: 'DELETE',
  path: `/v1/${path}`,
  command,
});
const one = (path: string, kind: KindName, within?: string): Route => {
  const route = { method: 'GET', path: `/v1/${path}`, one: kind } as const;
  return within === undefined ? route : { ...route, within };
};
const list = (path: string, kind: KindName, filters: FilterReader): Route => ({
  method: 'GET',
  path: `/v1/${path}`,
  list: kind,
  filters,
});

/** A list that is narrowed by when things were made and by columns that must equal a parameter. */
const by =
  (...columns: string[]): FilterReader =>
  (params) => [...createdFilters(params), ...equalFilters(params, columns)];

/** A list of what belongs to the object in the address. */
const within =
  (column: string, ...columns: string[]): FilterReader =>
  (params, path) => [{ text: `${column} = ?`, value: idOf(path) }, ...equalFilters(params, columns)];

const customerList: FilterReader = (params, path) => {
  params.ignore('test_clock');
  return [{ text: 'NOT deleted AND ?::boolean', value: true }, ...by('email')(params, path)];
};

const eventList: FilterReader = (params, path) => {
  const filters = by()(params, path);
  const type = params.text('type');
  const types = params.texts('types');
  const delivered = params.boolean('delivery_success');
  // `payment_intent.*` stands for all events of payment intents.
  if (type) filters.push({ text: 'type LIKE ?', value: type.replaceAll('_', '\\_').replaceAll('*', '%') });
  if (types) filters.push({ text: 'type = ANY (?)', value: types });
  if (delivered !== undefined) {
    const waiting = `EXISTS (SELECT FROM gateway.delivery
      WHERE delivery.event = event.id AND delivery.state <> 'delivered')`;
    filters.push({ text: `${waiting} <> ?`, value: delivered });
  }
  return filters;
};

export const ROUTES: readonly Route[] = [
  post('customers', createCustomer),
  post('customers/:id', updateCustomer),
  remove('customers/:id', deleteCustomer),
  one('customers/:id', 'customer'),
  list('customers', 'customer', customerList),
  list('customers/:id/payment_methods', 'payment_method', within('customer', 'type')),
  one('customers/:customer/payment_methods/:id', 'payment_method', 'customer'),
  {
    method: 'GET',
    path: '/v1/customers/:id/cash_balance',
    read: (_params, path) => (read) => readCashBalance(read, idOf(path)),
  },
  list('customers/:id/cash_balance_transactions', 'customer_cash_balance_transaction', within('customer')),
  one('customers/:customer/cash_balance_transactions/:id', 'customer_cash_balance_transaction', 'customer'),
  post('test_helpers/customers/:id/fund_cash_balance', fundCashBalance),

  post('payment_methods', methods.createPaymentMethod),
  post('payment_methods/:id', methods.updatePaymentMethod),
  post('payment_methods/:id/attach', methods.attachPaymentMethod),
  post('payment_methods/:id/detach', methods.detachPaymentMethod),
  one('payment_methods/:id', 'payment_method'),
  list('payment_methods', 'payment_method', by('customer', 'type')),

  post('payment_intents', createIntent),
  { method: 'GET', path: '/v1/payment_intents/search', read: searchIntents, answer: 'payment_intent' },
  post('payment_intents/:id', updateIntent),
  post('payment_intents/:id/confirm', confirm),
  post('payment_intents/:id/capture', capture),
  post('payment_intents/:id/cancel', cancel),
  one('payment_intents/:id', 'payment_intent'),
  list('payment_intents', 'payment_intent', by('customer')),

  post('charges/:id', updateCharge),
  one('charges/:id', 'charge'),
  list('charges', 'charge', by('customer', 'payment_intent', 'transfer_group')),
  list('charges/:id/refunds', 'refund', within('charge')),
  one('charges/:charge/refunds/:id', 'refund', 'charge'),

  post('refunds', createRefund),
  post('refunds/:id', updateRefund),
  post('refunds/:id/cancel', cancelRefund),
  one('refunds/:id', 'refund'),
  list('refunds', 'refund', by('charge', 'payment_intent')),

  post('transfers', createTransfer),
  post('transfers/:id', updateTransfer),
  one('transfers/:id', 'transfer'),
  list('transfers', 'transfer', by('destination', 'transfer_group')),
  post('transfers/:id/reversals', reverseTransfer),
  list('transfers/:id/reversals', 'transfer_reversal', within('transfer')),
  one('transfers/:transfer/reversals/:id', 'transfer_reversal', 'transfer'),

  post('payouts', payouts.createPayout),
  post('payouts/:id', payouts.updatePayout),
  post('payouts/:id/cancel', payouts.cancelPayout),
  post('payouts/:id/reverse', payouts.reversePayout),
  one('payouts/:id', 'payout'),
  list('payouts', 'payout', by('destination', 'status')),

  { method: 'GET', path: '/v1/balance', read: () => readBalance },
  one('balance_transactions/:id', 'balance_transaction'),
  list('balance_transactions', 'balance_transaction', by('currency', 'payout', 'source', 'type')),

  one('events/:id', 'event'),
  list('events', 'event', eventList),

  post('webhook_endpoints', endpoints.createWebhookEndpoint),
  post('webhook_endpoints/:id', endpoints.updateWebhookEndpoint),
  remove('webhook_endpoints/:id', endpoints.deleteWebhookEndpoint),
  one('webhook_endpoints/:id', 'webhook_endpoint'),
  list('webhook_endpoints', 'webhook_endpoint', by()),
];
