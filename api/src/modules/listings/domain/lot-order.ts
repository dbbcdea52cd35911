import { type Refused, refuse } from '@muheng/contracts/common/problems';

/** A listing that the operator wants in an order. */
export interface OrderCandidate {
  id: string;
  number: string | null;
  seller: string;
  quota: string;
  status: string;
  isOrdered: boolean;
}

/**
 * Whether these listings can be put into one order (domain §11 F6): one class, in their notice, in no order yet, of two
 * sellers or more. Null means that they can.
 */
export function refuseOrder(candidates: readonly OrderCandidate[], asked: readonly string[]): Refused | null {
  const [first] = candidates;
  const notPossible = (listing: string, cause: string): Refused =>
    refuse('listing.order-not-possible', { listing, cause });
  const missing = asked.find((id) => !candidates.some((each) => each.id === id));
  if (missing !== undefined || !first) return notPossible(missing ?? '', 'unknown');
  for (const { id, number, quota, status, isOrdered } of candidates) {
    const name = number ?? id;
    if (quota !== first.quota) return notPossible(name, 'other-kind');
    if (status !== 'notice') return notPossible(name, 'not-in-notice');
    if (isOrdered) return notPossible(name, 'in-an-order');
  }
  const sellers = new Set(candidates.map((each) => each.seller));
  return sellers.size < 2 ? notPossible(first.number ?? first.id, 'one-seller') : null;
}

export interface OrderedListing {
  id: string;
  seller: string;
  noticeAt: Date;
  endsAt: Date;
}

export interface Turn {
  listingId: string;
  turn: number;
  /** How far its timetable moves, ms, never backwards; the first turn has the last of all ends. */
  shiftMs: number;
}

/**
 * Gives each listing its turn: counties in the drawn order, those that contributed nothing behind them by code, and of
 * one county the earlier notice first. The first ends with the last of them, so that nobody's time gets shorter, and each
 * next one `staggerMin` later; with no staggering nothing moves.
 */
export function turnsOf(
  order: readonly string[],
  listings: readonly OrderedListing[],
  staggerMin: number,
): Turn[] {
  const placeOf = (seller: string): number => {
    const place = order.indexOf(seller);
    return place < 0 ? order.length : place;
  };
  const sorted = [...listings].sort(
    (left, right) =>
      placeOf(left.seller) - placeOf(right.seller) ||
      compare(left.seller, right.seller) ||
      left.noticeAt.getTime() - right.noticeAt.getTime() ||
      compare(left.id, right.id),
  );
  const last = Math.max(...listings.map((each) => each.endsAt.getTime()));
  return sorted.map(({ id, endsAt }, index) => ({
    listingId: id,
    turn: index + 1,
    shiftMs: staggerMin === 0 ? 0 : last + index * staggerMin * 60_000 - endsAt.getTime(),
  }));
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
