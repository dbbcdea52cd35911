import { shanghaiYear } from '@muheng/contracts/common/calendar';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { timetableOf } from '../domain/timetable.js';
import { takeListingNumber } from '../persistence/listing-number.js';
import { type ListingRow, updateListing } from '../persistence/listing.repository.js';
import { recordEvents } from './listing-log.js';

/** Publishes a fully approved listing: number, notice, and a timetable fixed by its own policy snapshot (domain §11). */
export async function giveNotice(tx: Tx, row: ListingRow, noticeAt: Date): Promise<void> {
  const timetable = timetableOf(noticeAt, row.policy);
  const number = row.number ?? (await takeListingNumber(tx, row.quota, shanghaiYear(noticeAt)));
  await updateListing(tx, row.id, {
    number,
    status: 'notice',
    noticeAt: timetable.noticeAt,
    opensAt: timetable.opensAt,
    depositCloseAt: timetable.depositClosesAt,
    listingBidStopAt: timetable.listingBidsStopAt,
    listingEndsAt: timetable.listingEndsAt,
    timedStartsAt: timetable.timedStartsAt,
    closesAt: timetable.firstClosesAt,
  });
  await recordEvents(tx, row.id, [
    { event: 'listing.noticed', payload: { number, opensAt: timetable.opensAt.toISOString() } },
  ]);
  tx.notify('market', { event: 'listing.noticed', listingId: row.id });
}
