import { quantities } from '@muheng/contracts/common/component';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { recordPriorities } from '../../quota-bank/application/priority-record.js';
import { rulesOf } from '../domain/forms.js';
import { findListings } from '../persistence/listing.repository.js';
import { findPolicyNames } from '../persistence/policy.repository.js';

type Moment = 'notice' | 'close' | 'transfer';

/** Puts the seller's county-first arithmetic on the listing's record. */
export const recordListingPriority = (tx: Tx, listingId: string, moment: Moment, at: Date): Promise<void> =>
  recordListingPriorities(tx, [listingId], moment, at);

/** The same of several listings at once; trades call it at their transfer. */
export async function recordListingPriorities(
  tx: Tx,
  listingIds: readonly string[],
  moment: Moment,
  at: Date,
): Promise<void> {
  const wanted = [...new Set(listingIds)];
  const rows = await findListings(tx, wanted);
  if (rows.length < wanted.length) throw new Error('a listing vanished');
  const names = await findPolicyNames(tx, [...new Set(rows.map(({ policyVersionId }) => policyVersionId))]);
  const sellers = rows
    // Who lists a purchase sells nothing; a seller's arithmetic is kept with its offer.
    .filter(({ form }) => !rulesOf(form).isPurchase)
    .map(({ id, sellerId, quota, area, paddy, capacity, policy, policyVersionId }) => ({
      ...{ id, sellerId, quota, policy, quantities: quantities(area, paddy, capacity) },
      policyName: names.get(policyVersionId) ?? '',
    }));
  await recordPriorities(tx, sellers, moment, at);
}
