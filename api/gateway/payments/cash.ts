import type { CashTransactionRow } from '../database/rows.js';
import type { Statement } from '../database/table.js';
import { cashTransactions } from '../database/tables.js';
import type { Unit } from '../database/unit.js';
import { newId } from '../domain/ids.js';
import { toCashTransaction } from '../resources/wire-balance.js';

/** What a customer has sent and not used, in one currency; locked while it is looked at. */
export async function cashOf(unit: Unit, customer: string, currency: string): Promise<bigint> {
  const rows = await unit.read<{ amount: bigint }>({
    name: 'cash.lock',
    text: 'SELECT amount FROM gateway.cash_balance WHERE customer = $1 AND currency = $2 FOR UPDATE',
    values: [customer, currency],
  });
  return rows[0]?.amount ?? 0n;
}

const setCash = (customer: string, currency: string, amount: bigint): Statement => ({
  name: 'cash.set',
  text: `INSERT INTO gateway.cash_balance (customer, currency, amount) VALUES ($1, $2, $3)
    ON CONFLICT (customer, currency) DO UPDATE SET amount = EXCLUDED.amount`,
  values: [customer, currency, amount],
});

/** A customer's cash in one currency while one transaction changes it. */
export class CashAccount {
  constructor(
    private readonly unit: Unit,
    readonly customer: string,
    readonly currency: string,
    private cash: bigint,
  ) {}

  static async open(unit: Unit, customer: string, currency: string): Promise<CashAccount> {
    return new CashAccount(unit, customer, currency, await cashOf(unit, customer, currency));
  }

  get balance(): bigint {
    return this.cash;
  }

  /** Moves cash and says so in a cash transaction and its event. */
  move(
    type: CashTransactionRow['type'],
    amount: bigint,
    about: { payment_intent?: string; reference?: string | null } = {},
  ): void {
    this.cash += amount;
    const row: CashTransactionRow = {
      id: newId('ccsbtxn'),
      created: this.unit.now,
      customer: this.customer,
      currency: this.currency,
      type,
      net_amount: amount,
      ending_balance: this.cash,
      payment_intent: about.payment_intent ?? null,
      reference: about.reference ?? null,
    };
    this.unit.save(cashTransactions, row);
    this.unit.write(setCash(this.customer, this.currency, this.cash));
    this.unit.emit('customer_cash_balance_transaction.created', toCashTransaction(row));
  }
}
