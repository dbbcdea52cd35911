import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { lockListing } from '../persistence/listing.repository.js';
import { giveNotice } from './give-notice.js';
import { requireMove } from './move-listing.js';

/** The city window has passed without a bid: the notice to the whole region, from `at` (domain §8 "Tiers"). */
export async function noticeToRegion(tx: Tx, listingId: string, at: Date): Promise<void> {
  const row = await lockListing(tx, listingId);
  if (!row) throw new Error(`listing ${listingId} vanished`);
  requireMove(row, 'go-to-region');
  await giveNotice(tx, row, at);
}
