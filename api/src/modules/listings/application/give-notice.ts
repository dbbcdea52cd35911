import { shanghaiYear } from '@muheng/contracts/common/calendar';
import { isCountyCode } from '@muheng/contracts/common/regions';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { rulesOf } from '../domain/forms.js';
import { cityTimetableOf, freePlace, type Timetable, timetableOf } from '../domain/timetable.js';
import { loadCalendar } from '../persistence/calendar.repository.js';
import { lockEndsFrom } from '../persistence/listing-ends.repository.js';
import { takeListingNumber } from '../persistence/listing-number.js';
import { type ListingRow, type ListingStatus, updateListing } from '../persistence/listing.repository.js';
import { commitToDraw } from './draw.js';
import { recordEvents } from './listing-log.js';
import { drawSample } from './review-sample.use-case.js';
import { recordListingPriority } from './record-priority.js';

/**
 * Publishes a fully approved listing: to the buyers of its city first where the policy has a window for them
 * (domain §8 "Tiers"), else to the whole region.
 */
export async function publish(tx: Tx, row: ListingRow, at: Date): Promise<void> {
  const { clock, isPurchase } = rulesOf(row.form);
  // Sellers of the whole region may offer to a purchase: the city window is for buyers.
  const hasWindow = row.policy.cityWindowDays > 0 && clock !== 'none' && !isPurchase;
  if (!hasWindow || !isCountyCode(row.regionCode)) return giveNotice(tx, row, at);
  const timetable = cityTimetableOf(at, row.policy, await loadCalendar(tx));
  if (timetable === null) return giveNotice(tx, row, at);
  await announce(tx, row, 'prefecture-window', timetable, timetable.listingEndsAt);
}

/** The notice to the whole region: number, and a timetable fixed by the listing's own policy snapshot (domain §11). */
export async function giveNotice(tx: Tx, row: ListingRow, noticeAt: Date): Promise<void> {
  const timetable = timetableOf(noticeAt, row.policy, await takePlace(tx, row, noticeAt));
  await announce(tx, row, 'notice', timetable, row.cityWindowEndsAt);
}

/**
 * The listing's place among those that would end together with it: two notices at once wait for each other, so that each
 * takes a place of its own (domain §11, P6).
 */
async function takePlace(tx: Tx, { policy }: ListingRow, noticeAt: Date): Promise<number> {
  if (policy.staggerMin === 0) return 0;
  const first = timetableOf(noticeAt, policy).listingEndsAt;
  return freePlace(first, await lockEndsFrom(tx, first, policy.staggerMin), policy.staggerMin);
}

async function announce(
  tx: Tx,
  row: ListingRow,
  status: ListingStatus,
  timetable: Timetable,
  cityWindowEndsAt: Date | null,
): Promise<void> {
  const number = row.number ?? (await takeListingNumber(tx, row.quota, shanghaiYear(timetable.noticeAt)));
  const instants = instantsOf(row, timetable);
  await updateListing(tx, row.id, { number, status, cityWindowEndsAt, ...instants });
  const commits = rulesOf(row.form).mayDraw;
  const drawCommitment = row.drawCommitment ?? (commits ? await commitToDraw(tx, row.id) : null);
  const opensAt = instants.opensAt.toISOString();
  const payload = { number, opensAt, drawCommitment, cityOnly: status === 'prefecture-window' };
  await recordEvents(tx, row.id, [{ event: 'listing.noticed', payload }]);
  await recordListingPriority(tx, row.id, 'notice', timetable.noticeAt);
  await drawSample(tx, row, timetable.noticeAt);
  tx.notify('market', { event: 'listing.noticed', listingId: row.id });
}

/** Rounds after the listing, one window, or, with a named buyer, nothing to wait for but the publicity of the result. */
function instantsOf(row: ListingRow, timetable: Timetable) {
  const { noticeAt, opensAt, depositClosesAt, listingBidsStopAt, listingEndsAt, timedStartsAt } = timetable;
  const { clock } = rulesOf(row.form);
  if (clock === 'none') {
    const none = { depositCloseAt: null, listingBidStopAt: null, timedStartsAt: null };
    return { ...none, noticeAt, opensAt: noticeAt, listingEndsAt: noticeAt, closesAt: noticeAt };
  }
  const shared = { noticeAt, opensAt, depositCloseAt: depositClosesAt, listingEndsAt };
  return clock === 'window'
    ? { ...shared, listingBidStopAt: listingEndsAt, timedStartsAt: null, closesAt: listingEndsAt }
    : { ...shared, listingBidStopAt: listingBidsStopAt, timedStartsAt, closesAt: timetable.firstClosesAt };
}
