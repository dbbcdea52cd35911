import type { WorkingDayTable } from '@muheng/contracts/common/calendar';
import { quantities } from '@muheng/contracts/common/component';
import type { OnOfferRow } from '../../listings/application/on-offer.js';
import type { BuyerOutlook as Eligibility } from '../../quota-bank/application/buyer-eligibility.service.js';
import {
  type ArrivalDates,
  arrivalOf,
  type BuyerOutlook,
  type Exclusion,
  exclusionOf,
  type Offer,
  partsOf,
  type PriceRange,
  priceRange,
} from '../domain/offer.js';

/** An offer with its reckoned price and dates, and why it is out, if it is. */
export interface Judged {
  row: OnOfferRow;
  offer: Offer;
  price: PriceRange;
  dates: ArrivalDates;
  parts: bigint;
  /** Null: it may be bought. `conflict-of-interest` is the market's own refusal. */
  exclusion: Exclusion | { rule: 'conflict-of-interest' | 'key-projects-only' } | null;
}

export function offerOf(row: OnOfferRow): Offer {
  return {
    listingId: row.id,
    sellerCode: row.sellerCode,
    sellerRegion: row.regionCode,
    form: row.form,
    status: row.status,
    offered: quantities(row.area, row.paddy, row.capacity),
    start: row.startPrice,
    step: row.step,
    ceiling: row.ceiling,
    leading: row.price,
    deposit: row.deposit,
    namedBuyer: row.namedBuyer,
    leader: row.leader,
    opensAt: row.opensAt,
    registrationClosesAt: row.depositCloseAt,
    timedStartsAt: row.timedStartsAt,
    listingEndsAt: row.listingEndsAt,
    policy: row,
  };
}

/** Judges every offer by the planner's rules and then by the market's own rule for buyers (domain §9). */
export function judgeOffers(
  rows: readonly OnOfferRow[],
  buyer: BuyerOutlook,
  eligibility: Eligibility,
  { now, calendar }: { now: Date; calendar: WorkingDayTable },
): Judged[] {
  return rows.map((row) => {
    const offer = offerOf(row);
    const dates = arrivalOf(offer, now, calendar);
    const rule = exclusionOf(offer, buyer, dates.readyAt, now);
    const parts = partsOf(offer);
    const judged = { row, offer, price: priceRange(offer), dates, parts };
    return { ...judged, exclusion: rule ?? refusalOf(judged.offer, row, eligibility) };
  });
}

/** What a region allots from its reserve is for key projects (domain §11 F4); the rest the market's rule decides. */
function refusalOf(offer: Offer, row: OnOfferRow, eligibility: Eligibility): Judged['exclusion'] {
  if (offer.form === 'allocation' && !eligibility.isForKeyProject) return { rule: 'key-projects-only' };
  const refused = eligibility.refuse({
    seller: { code: row.sellerCode, name: row.sellerNameZh, beneficialGroup: row.sellerGroup },
    // How much of it may be bought the search itself decides, over all lots together.
    quantities: quantities(0n, 0n, 0n),
  });
  return refused?.refused === 'party.conflict-of-interest' ? { rule: 'conflict-of-interest' } : null;
}
