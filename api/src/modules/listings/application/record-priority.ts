import { quantities } from '@muheng/contracts/common/component';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { recordPriority } from '../../quota-bank/application/priority-record.js';
import { rulesOf } from '../domain/forms.js';
import { findListing } from '../persistence/listing.repository.js';
import { findPolicyName } from '../persistence/policy.repository.js';

/** Puts the seller's county-first arithmetic on the listing's record; trades call it at their transfer. */
export async function recordListingPriority(
  tx: Tx,
  listingId: string,
  moment: 'notice' | 'close' | 'transfer',
  at: Date,
): Promise<void> {
  const row = await findListing(tx, listingId);
  if (!row) throw new Error(`listing ${listingId} vanished`);
  // Who lists a purchase sells nothing; a seller's arithmetic is kept with its offer.
  if (rulesOf(row.form).isPurchase) return;
  const { id, sellerId, quota, area, paddy, capacity, policy, policyVersionId } = row;
  const policyName = await findPolicyName(tx, policyVersionId);
  await recordPriority(
    tx,
    { id, sellerId, quota, quantities: quantities(area, paddy, capacity), policy, policyName },
    moment,
    at,
  );
}
