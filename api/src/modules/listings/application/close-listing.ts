import { endOfWorkingDays } from '@muheng/contracts/common/calendar';
import { formatCny } from '@muheng/contracts/common/quantity';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { rulesOf } from '../domain/forms.js';
import { loadCalendar } from '../persistence/calendar.repository.js';
import { type ListingRow, lockListing, updateListing } from '../persistence/listing.repository.js';
import { endWithoutSale } from './end-listing.js';
import { recordEvents } from './listing-log.js';
import { requireMove } from './move-listing.js';
import { recordListingPriority } from './record-priority.js';

export interface Award {
  buyerId: string;
  bidderNo: number;
  /** 分 for the whole listing. */
  price: bigint;
}

/** Throws `listing.wrong-status` unless the table of the listing's form lets it end so; the caller has closed its seals. */
export function requireEnd(row: ListingRow, event: 'sell' | 'fail'): void {
  requireMove(row, event, rulesOf(row.form).isSealed);
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
  requireEnd(row, award ? 'sell' : 'fail');
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
