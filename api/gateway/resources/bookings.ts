import { randomInt } from 'node:crypto';
import type { BalanceTransactionRow } from '../database/rows.js';
import type { Statement } from '../database/table.js';
import { balanceTransactions } from '../database/tables.js';
import type { Unit } from '../database/unit.js';
import { newId } from '../domain/ids.js';
import { StripeError } from '../domain/stripe-error.js';

const SHARDS = 16;
const MONEY_OUT_LOCK = 7_320_518_002;

/** Money that moves: signed, in the smallest unit. `category` is Stripe's reporting category. */
export interface Booking {
  readonly amount: bigint;
  readonly currency: string;
  readonly type: string;
  readonly category: string;
  /** The object that moved it. */
  readonly source: string;
  readonly payout?: string;
  readonly description?: string | null;
}

function changeBalance(currency: string, amount: bigint): Statement {
  return {
    name: 'balance.change',
    text: `INSERT INTO gateway.balance (currency, shard, amount) VALUES ($1, $2, $3)
      ON CONFLICT (currency, shard) DO UPDATE SET amount = balance.amount + EXCLUDED.amount`,
    values: [currency, randomInt(SHARDS), amount],
  };
}

/**
 * Writes one balance transaction and changes the balance by it: the two never part.
 * @returns the id of the balance transaction
 */
export function book(unit: Unit, booking: Booking): string {
  const row: BalanceTransactionRow = {
    id: newId('txn'),
    created: unit.now,
    amount: booking.amount,
    currency: booking.currency,
    type: booking.type,
    reporting_category: booking.category,
    source: booking.source,
    payout: booking.payout ?? null,
    description: booking.description ?? null,
  };
  unit.save(balanceTransactions, row);
  unit.write(changeBalance(row.currency, row.amount));
  return row.id;
}

export const BALANCES: Statement = {
  name: 'balance.all',
  text: 'SELECT currency, sum(amount)::bigint AS amount FROM gateway.balance GROUP BY currency ORDER BY currency',
  values: [],
};

/**
 * Makes sure that money is there before it leaves. Payouts and transfers go through here one by one, so no
 * two of them count on the same money; what comes in needs no waiting.
 * @throws StripeError 400 `balance_insufficient`
 */
export async function requireAvailable(
  unit: Unit,
  currency: string,
  amount: bigint,
  what: string,
): Promise<void> {
  const lock = { name: 'balance.lock', text: 'SELECT pg_advisory_xact_lock($1)', values: [MONEY_OUT_LOCK] };
  const [, rows] = await Promise.all([
    unit.read(lock),
    unit.read<{ amount: bigint | null }>({
      name: 'balance.of',
      text: 'SELECT sum(amount)::bigint AS amount FROM gateway.balance WHERE currency = $1',
      values: [currency],
    }),
  ]);
  if ((rows[0]?.amount ?? 0n) >= amount) return;
  const message = `You have insufficient available funds in your account to make this ${what}.`;
  throw new StripeError(
    400,
    { type: 'invalid_request_error', code: 'balance_insufficient', message },
    { saved: true },
  );
}
