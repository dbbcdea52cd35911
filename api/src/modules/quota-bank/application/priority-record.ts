import {
  components,
  formatQuantities,
  type Quantities,
  type QuotaKind,
} from '@muheng/contracts/common/component';
import type { Policy } from '@muheng/contracts/common/policy';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { insertPriorityRecord, type PriorityMoment } from '../persistence/priority-record.repository.js';
import { assessCounties } from './assessment.js';

export { findPriorityRecords } from '../persistence/priority-record.repository.js';

export interface ListingOnRecord {
  id: string;
  sellerId: string;
  quota: QuotaKind;
  quantities: Quantities;
  /** The snapshot that the listing runs under, and its name. */
  policy: Policy;
  policyName: string;
}

/**
 * Keeps the seller's county-first arithmetic as it stands at a moment of the listing (domain §8). What is on sale has
 * left Avail already, so county-first holds while no margin of a component that is sold is negative. The caller holds
 * the (county, indicator) lock.
 */
export async function recordPriority(
  tx: Tx,
  listing: ListingOnRecord,
  moment: PriorityMoment,
  at: Date,
): Promise<void> {
  const { sellerId, quota, policy, policyName } = listing;
  const assessment = (await assessCounties(tx, [sellerId], quota, policy)).get(sellerId);
  if (!assessment) throw new Error(`seller ${sellerId} was not assessed`);
  const { available, need, reserve, margin } = assessment.position;
  await insertPriorityRecord(tx, listing, {
    moment,
    at,
    policy: policyName,
    needs: assessment.needs.length,
    position: {
      available: formatQuantities(available),
      need: formatQuantities(need),
      reserve: formatQuantities(reserve),
      margin: formatQuantities(margin),
    },
    holds: components.every((each) => listing.quantities[each] === 0n || margin[each] >= 0n),
  });
}
