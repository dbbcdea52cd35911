import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { type ListingStatus, updateListing } from '../persistence/listing.repository.js';

/** For the auction's own moments. The caller holds the listing's lock and has judged that the move is right. */
export async function setStatus(tx: Tx, listingId: string, status: ListingStatus): Promise<void> {
  await updateListing(tx, listingId, { status });
}
