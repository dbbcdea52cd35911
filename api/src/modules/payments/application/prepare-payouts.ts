import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { insertPayouts } from '../persistence/payout.repository.js';

export { allPaidOut } from '../persistence/payout.repository.js';

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

/** Lays out the payouts of a trade, in the policy's order, inside the caller's transaction. Nothing leaves yet. */
export async function preparePayouts(
  tx: Tx,
  tradeId: string,
  regionCode: string,
  plan: readonly PayoutPlan[],
): Promise<void> {
  const rows = plan.map((row, ordinal) => ({ id: uuidv7(), ordinal, ...row }));
  await insertPayouts(tx, tradeId, regionCode, rows);
}
