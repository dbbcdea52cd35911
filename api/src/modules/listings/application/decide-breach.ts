import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { CountyFirst } from '../../quota-bank/application/county-first.service.js';
import { hasEnded } from '../domain/lifecycle.js';
import { findListing, lockListing, updateListing } from '../persistence/listing.repository.js';
import { endWithoutSale } from './end-listing.js';

/**
 * The regulator's decision about a listing with bids that breaches county-first (domain §8): it goes on, or it is
 * terminated and everybody gets back what is theirs. A listing that has closed is settlement's to annul.
 */
export async function decideBreach(
  tx: Tx,
  countyFirst: CountyFirst,
  listingId: string,
  decision: 'continue' | 'terminate',
  reason: string,
): Promise<void> {
  const seen = await findListing(tx, listingId);
  if (!seen) return;
  await countyFirst.markStale(tx, seen.sellerId, seen.quota);
  const row = await lockListing(tx, listingId);
  if (!row?.breach) return;
  await updateListing(tx, listingId, { breach: { ...row.breach, decision } });
  if (decision === 'terminate' && !hasEnded(row.status)) {
    await endWithoutSale(tx, row, 'terminated', await tx.marketTime(), reason);
  }
}
