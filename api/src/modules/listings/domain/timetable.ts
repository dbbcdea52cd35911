import {
  addCalendarDays,
  addHours,
  addMinutes,
  endOfWorkingDays,
  type WorkingDayTable,
} from '@muheng/contracts/common/calendar';
import type { Policy } from '@muheng/contracts/common/policy';

/** The periods that a listing's timetable rests on (domain §11 F1, §16). */
type Periods = Pick<
  Policy,
  | 'noticeDays'
  | 'listingDays'
  | 'staggerMin'
  | 'depositCloseBeforeEndHours'
  | 'listingBidStopMin'
  | 'askWindowMin'
  | 'timedWindowMin'
>;

/** Every instant of a listing that is known when its notice is given. Intervals are [from, to). */
export interface Timetable {
  noticeAt: Date;
  opensAt: Date;
  /** Registration and deposit close (domain §11 F1.2). */
  depositClosesAt: Date;
  /** Bids of the listing phase stop (F1.3). */
  listingBidsStopAt: Date;
  listingEndsAt: Date;
  /** The first instant at which timed bids are accepted: listing end plus the ask window (replay.md). */
  timedStartsAt: Date;
  /** The end of the first window if it passes silent. */
  firstClosesAt: Date;
}

/** An instant that falls before the listing opens is moved to its opening, for very short listings. */
const notBefore = (earliest: Date, at: Date): Date => (at < earliest ? earliest : at);

function phasesFrom(noticeAt: Date, opensAt: Date, endsAt: Date, policy: Periods): Timetable {
  const timedStartsAt = addMinutes(endsAt, policy.askWindowMin);
  return {
    noticeAt,
    opensAt,
    depositClosesAt: notBefore(opensAt, addHours(endsAt, -policy.depositCloseBeforeEndHours)),
    listingBidsStopAt: notBefore(opensAt, addMinutes(endsAt, -policy.listingBidStopMin)),
    listingEndsAt: endsAt,
    timedStartsAt,
    firstClosesAt: addMinutes(timedStartsAt, policy.timedWindowMin),
  };
}

/**
 * The timetable of a listing for the whole region, counted in calendar days of 24 h from its notice. `place` is the
 * listing's place among those that would end together: each next one ends `staggerMin` later (domain §11, P6).
 */
export function timetableOf(noticeAt: Date, policy: Periods, place = 0): Timetable {
  const opensAt = addCalendarDays(noticeAt, policy.noticeDays);
  const endsAt = addMinutes(addCalendarDays(opensAt, policy.listingDays), place * policy.staggerMin);
  return phasesFrom(noticeAt, opensAt, endsAt, policy);
}

/** The first place at which a listing ends at least `staggerMin` from every other that is still to end. */
export function freePlace(first: Date, ends: readonly Date[], staggerMin: number): number {
  const taken = new Set<number>();
  for (const end of ends) {
    const places = (end.getTime() - first.getTime()) / (staggerMin * 60_000);
    // An end between two places is too near to both.
    taken.add(Math.floor(places)).add(Math.ceil(places));
  }
  let place = 0;
  while (taken.has(place)) place += 1;
  return place;
}

/**
 * The timetable of the city window (domain §8 "Tiers", tier 1): from the last approval, N working days, only for
 * buyers of the same city. Null when the policy switches it off.
 */
export function cityTimetableOf(
  approvedAt: Date,
  policy: Periods & Pick<Policy, 'cityWindowDays'>,
  table: WorkingDayTable,
): Timetable | null {
  if (policy.cityWindowDays === 0) return null;
  const endsAt = endOfWorkingDays(approvedAt, policy.cityWindowDays, table);
  return phasesFrom(approvedAt, approvedAt, endsAt, policy);
}
