import type { CashTransactionRow } from '../database/rows.js';
import { customers } from '../database/tables.js';
import type { Unit, WireObject } from '../database/unit.js';
import { wireAmount } from '../domain/amounts.js';
import { missing } from '../domain/stripe-error.js';
import type { Reader } from '../http/expand.js';
import { receiveForCustomer } from '../payments/bank-transfers.js';
import { requireCustomer } from '../payments/methods.js';
import { command, idOf } from './command.js';
import { toCashTransaction } from './wire-balance.js';

interface Funding {
  readonly customer: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly reference: string | null;
}

async function latestFunding(unit: Unit, customer: string): Promise<WireObject> {
  await unit.flush();
  const rows = await unit.read<CashTransactionRow>({
    name: 'cash_transaction.latest_funding',
    text: `SELECT * FROM gateway.cash_transaction WHERE customer = $1 AND type = 'funded' ORDER BY seq DESC LIMIT 1`,
    values: [customer],
  });
  if (!rows[0]) throw new Error('the money that has just come in is not there');
  return toCashTransaction(rows[0]);
}

/** `POST /v1/test_helpers/customers/:id/fund_cash_balance`: Stripe's own way to simulate an incoming transfer. */
export const fundCashBalance = command<Funding>({
  answer: 'customer_cash_balance_transaction',
  parse: (params, path) => ({
    customer: idOf(path),
    amount: params.requiredAmount('amount'),
    currency: params.currency(),
    reference: params.text('reference') ?? null,
  }),
  execute: async (unit, funding, around) => {
    await requireCustomer(unit, funding.customer);
    await receiveForCustomer(unit, funding.customer, funding.currency, funding, around);
    return latestFunding(unit, funding.customer);
  },
});

/** `GET /v1/customers/:id/cash_balance`. */
export async function readCashBalance(read: Reader, customer: string): Promise<WireObject> {
  const [known, rows] = await Promise.all([
    read(customers.byId(customer)),
    read<{ currency: string; amount: bigint }>({
      name: 'cash.of',
      text: 'SELECT currency, amount FROM gateway.cash_balance WHERE customer = $1 AND amount > 0',
      values: [customer],
    }),
  ]);
  if (known.length === 0) throw missing('customer', customer);
  const available = Object.fromEntries(rows.map((row) => [row.currency, wireAmount(row.amount)]));
  const balance = {
    object: 'cash_balance',
    available: rows.length > 0 ? available : null,
    customer,
    customer_account: null,
    livemode: false,
    settings: { reconciliation_mode: 'automatic', using_merchant_default: true },
  };
  return balance;
}
