import type { Breach } from './check.js';

export interface LedgerMoney {
  /** What the ledger says the bank holds for the market, in 分. */
  held: bigint;
  /** Payments, refunds and payouts that are on their way: while there is one, bank and ledger may differ. */
  underWay: number;
}

/**
 * Deposits held and escrow are the bank's balance (domain §13), tolerance zero. The bank is asked before and after
 * the ledger is read: only when nothing moved meanwhile does a difference mean anything. Null: equal, or not to say.
 */
export function bankBreach(before: bigint | null, ledger: LedgerMoney, after: bigint | null): Breach | null {
  if (before === null || before !== after || ledger.underWay > 0 || before === ledger.held) return null;
  return {
    code: bankCode,
    subject: 'bank',
    expected: ledger.held.toString(),
    actual: before.toString(),
  };
}

export const bankCode = 'money.bank-differs';
