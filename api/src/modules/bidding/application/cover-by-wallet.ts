import type { Policy } from '@muheng/contracts/common/policy';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { coverDeposit, type CoverRequest } from '../../payments/application/wallet/cover-deposit.js';
import { admit } from './admit-bidder.js';

/** Lets the party's wallet stand for a registration's deposit and gives the right to bid, in one transaction. */
export async function coverByWallet(
  tx: Tx,
  asked: Omit<CoverRequest, 'limitPct'>,
  policy: Partial<Pick<Policy, 'walletExposurePct'>>,
): Promise<void> {
  // A listing from before the policy named a limit ran under the plain one: all covers together within the money.
  await coverDeposit(tx, { ...asked, limitPct: policy.walletExposurePct ?? 100 });
  await admit(tx, asked.listingId, [asked.registrationId]);
}
