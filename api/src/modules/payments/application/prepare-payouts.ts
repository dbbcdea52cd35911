import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { insertPayouts } from '../persistence/payout.repository.js';

export { paidOutAmong } from '../persistence/payout.repository.js';

export interface PayoutPlan {
  /** County, town, collective, household, … as the policy names it. */
  beneficiary: string;
  /** The beneficiary when it is a party of the market. */
  partyId: string | null;
  /** Whose `payable` account holds the money until two people have let it go. */
  holderId: string;
  /** 分, above zero. */
  amount: bigint;
  /** Whether the pack wants the names of those whom it is for before it is let go. */
  byName?: boolean;
}

/** The payouts of one trade, in the policy's order. */
interface PayoutsOfTrade {
  tradeId: string;
  regionCode: string;
  plan: readonly PayoutPlan[];
}

/** Lays out the payouts of trades, inside the caller's transaction. Nothing leaves yet. */
export async function preparePayouts(tx: Tx, trades: readonly PayoutsOfTrade[]): Promise<void> {
  const rows = trades.flatMap(({ tradeId, regionCode, plan }) =>
    plan.map((row, ordinal) => ({ id: uuidv7(), tradeId, regionCode, ordinal, ...row })),
  );
  if (rows.length > 0) await insertPayouts(tx, rows);
}
