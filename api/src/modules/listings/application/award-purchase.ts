import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { insertAwards, type NewAward } from '../persistence/award.repository.js';
import { closeListing } from './close-listing.js';

/** Ends a purchase in favour of one seller, who delivers the lots that it put up. The caller holds the listing's lock. */
export async function awardPurchase(
  tx: Tx,
  listingId: string,
  award: NewAward,
  { bidderNo, at }: { bidderNo: number; at: Date },
): Promise<void> {
  await insertAwards(tx, listingId, [award]);
  await closeListing(tx, listingId, { buyerId: award.sellerId, bidderNo, price: award.price }, at);
}
