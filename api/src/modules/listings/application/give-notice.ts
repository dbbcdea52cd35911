import { shanghaiYear } from '@muheng/contracts/common/calendar';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { timetableOf } from '../domain/timetable.js';
import { takeListingNumber } from '../persistence/listing-number.js';
import { type ListingRow, updateListing } from '../persistence/listing.repository.js';
import { commitToDraw } from './draw.js';
import { recordEvents } from './listing-log.js';
import { recordListingPriority } from './record-priority.js';

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
  const drawCommitment = row.drawCommitment ?? (await commitToDraw(tx, row.id));
  const payload = { number, opensAt: timetable.opensAt.toISOString(), drawCommitment };
  await recordEvents(tx, row.id, [{ event: 'listing.noticed', payload }]);
  await recordListingPriority(tx, row.id, 'notice', timetable.noticeAt);
  tx.notify('market', { event: 'listing.noticed', listingId: row.id });
}
