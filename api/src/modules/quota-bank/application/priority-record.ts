import {
  components,
  formatQuantities,
  type Quantities,
  type QuotaKind,
} from '@muheng/contracts/common/component';
import type { Policy } from '@muheng/contracts/common/policy';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { insertPriorityRecords, type PriorityMoment } from '../persistence/priority-record.repository.js';
import { assessCounties, type CountyAssessment } from './assessment.js';

export { findPriorityRecords, type PriorityRecord } from '../persistence/priority-record.repository.js';

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
 * Keeps the sellers' county-first arithmetic as it stands at a moment of their listings (domain §8). What is on sale has
 * left Avail already, so county-first holds while no margin of a component that is sold is negative. The caller holds
 * the (county, indicator) locks. Sellers of one indicator under one policy are assessed together.
 */
export async function recordPriorities(
  tx: Tx,
  listings: readonly ListingOnRecord[],
  moment: PriorityMoment,
  at: Date,
): Promise<void> {
  const groups = new Map<string, ListingOnRecord[]>();
  for (const listing of listings) {
    const key = `${listing.quota} ${JSON.stringify(listing.policy)}`;
    groups.set(key, [...(groups.get(key) ?? []), listing]);
  }
  for (const alike of groups.values()) {
    const [first] = alike;
    if (!first) continue;
    const sellers = [...new Set(alike.map(({ sellerId }) => sellerId))].sort();
    const assessments = await assessCounties(tx, sellers, first.quota, first.policy);
    const rows = alike.map((listing) => recordOf(listing, assessments.get(listing.sellerId)));
    await insertPriorityRecords(tx, moment, at, rows);
  }
}

function recordOf(listing: ListingOnRecord, assessment: CountyAssessment | undefined) {
  const { id: listingId, sellerId, policyName: policy } = listing;
  if (!assessment) throw new Error(`seller ${sellerId} was not assessed`);
  const { available, need, reserve, margin } = assessment.position;
  return {
    ...{ listingId, sellerId, policy, needs: assessment.needs.length },
    position: {
      available: formatQuantities(available),
      need: formatQuantities(need),
      reserve: formatQuantities(reserve),
      margin: formatQuantities(margin),
    },
    holds: components.every((each) => listing.quantities[each] === 0n || margin[each] >= 0n),
  };
}
