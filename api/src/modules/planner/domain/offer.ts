import { addMinutes, dayMs, endOfWorkingDays, type WorkingDayTable } from '@muheng/contracts/common/calendar';
import { components, type Quantities } from '@muheng/contracts/common/component';
import type { Policy } from '@muheng/contracts/common/policy';

/** listing: its notice; reserve, negotiable: a holding whose owner is asked for it. */
export type OfferSource = 'listing' | 'reserve' | 'negotiable';

/** Something on offer, as the market shows it. Prices in 分 for the whole. */
export interface Offer {
  /** Of its listing; of a holding, of its lot. */
  id: string;
  source: OfferSource;
  sellerCode: string;
  /** 6-digit code of the seller's region. */
  sellerRegion: string;
  form: string;
  status: string;
  offered: Quantities;
  start: bigint;
  step: bigint | null;
  ceiling: bigint | null;
  /** Leading bid; null before the first. */
  leading: bigint | null;
  deposit: bigint;
  /** Nobody else may buy it; null: everyone. */
  namedBuyer: string | null;
  leader: string | null;
  opensAt: Date | null;
  registrationClosesAt: Date | null;
  timedStartsAt: Date | null;
  listingEndsAt: Date | null;
  policy: Pick<Policy, 'timedWindowMin' | 'resultPublicityDays' | 'contractDays'> & { noticeDays?: number };
}

export interface PriceRange {
  low: bigint;
  expected: bigint;
  /** Null: no ceiling bounds it. */
  high: bigint | null;
}

/** Steps by which a rival is taken to raise an auction before we win. */
const rivalSteps = 2n;

/**
 * What an offer will cost. Fixed, negotiated and allocated prices stand. An auction costs at least its next valid bid
 * and at most its ceiling; expected is what a rival's usual contest leads to: two steps over the leader, one over the
 * start where nobody has bid.
 */
export function priceRange({ form, start, step, ceiling, leading }: Offer): PriceRange {
  const within = (price: bigint): bigint => (ceiling !== null && price > ceiling ? ceiling : price);
  if (form === 'fixed-price' || form === 'negotiated' || form === 'allocation')
    return { low: start, expected: start, high: start };
  const rise = step ?? start / 20n;
  const low = within(leading === null ? start : leading + rise);
  const expected = within(leading === null ? start + rise : leading + rivalSteps * rise);
  return { low, expected, high: ceiling };
}

export interface ArrivalDates {
  closesAt: Date;
  publicityEndsAt: Date;
  /** Contract signed on its last day and paid at once: the quota moves then. */
  readyAt: Date;
}

/** When quota bought through an offer arrives if each side takes the time that the policy gives it (domain §16). */
export function arrivalOf(offer: Offer, now: Date, table: WorkingDayTable): ArrivalDates {
  const closesAt = closingOf(offer, now);
  const publicityEndsAt = endOfWorkingDays(closesAt, offer.policy.resultPublicityDays, table);
  const readyAt = endOfWorkingDays(publicityEndsAt, offer.policy.contractDays, table);
  return { closesAt, publicityEndsAt, readyAt };
}

function closingOf(offer: Offer, now: Date): Date {
  const later = (at: Date | null): Date => (at && at > now ? at : now);
  // What nobody has listed yet has its whole notice before it.
  if (offer.source !== 'listing') return new Date(now.getTime() + (offer.policy.noticeDays ?? 0) * dayMs);
  if (offer.form === 'fixed-price') return later(offer.opensAt);
  if (offer.form === 'negotiated' || offer.form === 'allocation') return later(offer.listingEndsAt);
  if (offer.form === 'timed-bidding' && offer.timedStartsAt)
    return later(addMinutes(offer.timedStartsAt, offer.policy.timedWindowMin));
  return later(offer.listingEndsAt);
}

/** Sold by the square metre (or, without land, by the kilogram), as the reserve is; everything else goes as a whole. */
export function partsOf({ form, source, offered }: Pick<Offer, 'form' | 'source' | 'offered'>): bigint {
  if (form !== 'sealed-uniform' && source !== 'reserve') return 1n;
  const land = offered.area > offered.paddy ? offered.area : offered.paddy;
  return land > 0n ? land : offered.capacity / 10_000n || 1n;
}

export interface BuyerOutlook {
  code: string;
  regionCode: string;
  /** What it lacks and has not got in its own bank. */
  need: Quantities;
  /** Null: no cap. */
  allowed: Quantities | null;
  /** 6-digit code or its city's; null: the whole region. */
  region: string | null;
  deadlineEnds: Date | null;
  /** Offers that the buyer left out. */
  without: ReadonlySet<string>;
}

export interface Exclusion {
  rule:
    | 'own-listing'
    | 'leading'
    | 'exceeds-need'
    | 'after-deadline'
    | 'outside-region'
    | 'registration-closed'
    | 'city-window'
    | 'named-buyer'
    | 'suspended'
    | 'adds-nothing'
    | 'left-out';
  component?: (typeof components)[number];
}

const inRegion = (code: string, region: string): boolean =>
  region.endsWith('00') ? code.startsWith(region === '640000' ? '64' : region.slice(0, 4)) : code === region;

/** The first rule that keeps an offer out of every plan, in the order in which the market would refuse; null: none. */
export function exclusionOf(offer: Offer, buyer: BuyerOutlook, ready: Date, now: Date): Exclusion | null {
  if (offer.sellerCode === buyer.code) return { rule: 'own-listing' };
  if (buyer.without.has(offer.id)) return { rule: 'left-out' };
  // What the buyer leads counts as coming already.
  if (offer.leader === buyer.code) return { rule: 'leading' };
  if (offer.status === 'suspended') return { rule: 'suspended' };
  if (offer.namedBuyer !== null && offer.namedBuyer !== buyer.code) return { rule: 'named-buyer' };
  if (offer.registrationClosesAt && offer.registrationClosesAt <= now) return { rule: 'registration-closed' };
  if (offer.status === 'prefecture-window' && offer.sellerRegion.slice(0, 4) !== buyer.regionCode.slice(0, 4))
    return { rule: 'city-window' };
  if (buyer.region !== null && !inRegion(offer.sellerRegion, buyer.region)) return { rule: 'outside-region' };
  const { allowed } = buyer;
  const isWhole = partsOf(offer) === 1n;
  const over = allowed && components.find((each) => isWhole && offer.offered[each] > allowed[each]);
  if (over) return { rule: 'exceeds-need', component: over };
  if (components.every((each) => offer.offered[each] === 0n || buyer.need[each] === 0n))
    return { rule: 'adds-nothing' };
  if (buyer.deadlineEnds && ready > buyer.deadlineEnds) return { rule: 'after-deadline' };
  return null;
}
