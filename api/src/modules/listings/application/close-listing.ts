import { endOfWorkingDays } from '@muheng/contracts/common/calendar';
import { formatCny } from '@muheng/contracts/common/quantity';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { loadCalendar } from '../persistence/calendar.repository.js';
import { lockListing, updateListing } from '../persistence/listing.repository.js';
import { endWithoutSale } from './end-listing.js';
import { recordEvents } from './listing-log.js';
import { recordListingPriority } from './record-priority.js';

export interface Award {
  buyerId: string;
  bidderNo: number;
  /** 分 for the whole listing. */
  price: bigint;
}

/**
 * Ends a listing as its auction came out: sold to `award`, or failed when it is null. `closedAt` is the instant that
 * the rule says, not when the worker came by. The caller holds the county's row and the listing's.
 */
export async function closeListing(
  tx: Tx,
  listingId: string,
  award: Award | null,
  closedAt: Date,
): Promise<void> {
  const row = await lockListing(tx, listingId);
  if (!row) throw new Error(`listing ${listingId} vanished`);
  if (!award) return endWithoutSale(tx, row, 'closed-failed', closedAt);
  const publicityEndsAt = endOfWorkingDays(closedAt, row.policy.resultPublicityDays, await loadCalendar(tx));
  await updateListing(tx, listingId, {
    status: 'closed-sold',
    closedAt,
    publicityEndsAt,
    price: award.price,
    leaderId: award.buyerId,
    leaderNo: award.bidderNo,
  });
  const payload = {
    status: 'closed-sold',
    closesAt: null,
    priceCny: formatCny(award.price),
    winnerNo: award.bidderNo,
  };
  await recordEvents(tx, listingId, [{ event: 'closed', payload }]);
  await recordListingPriority(tx, listingId, 'close', closedAt);
  tx.publish('listing.closed', { listingId });
  tx.notify('market', { event: 'closed', listingId });
}
