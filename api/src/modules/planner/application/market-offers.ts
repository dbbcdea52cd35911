import type { WorkingDayTable } from '@muheng/contracts/common/calendar';
import { quantities, type QuotaKind } from '@muheng/contracts/common/component';
import type { Policy } from '@muheng/contracts/common/policy';
import { findOnOffer, type OnOfferRow, proposedStart } from '../../listings/application/on-offer.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { BuyerOutlook as Eligibility } from '../../quota-bank/application/buyer-eligibility.service.js';
import {
  type ArrivalDates,
  arrivalOf,
  type BuyerOutlook,
  type Exclusion,
  exclusionOf,
  type Offer,
  type OfferSource,
  partsOf,
  type PriceRange,
  priceRange,
} from '../domain/offer.js';
import { findHoldings, type Holding } from '../persistence/holdings.repository.js';

/** Anything on offer: a listing, or a holding in the same words. */
export interface OfferRow extends OnOfferRow {
  source: OfferSource;
  /** Of what nobody has listed: its notice is still to come. */
  noticeDays?: number;
}

/** Everything that a buyer could have of an indicator: listings first, then holdings whose owners may be asked. */
export async function findOffers(tx: Tx | ReadTx, quota: QuotaKind, policy: Policy): Promise<OfferRow[]> {
  const listed = (await findOnOffer(tx, quota)).map((row): OfferRow => ({ ...row, source: 'listing' }));
  const held = (await findHoldings(tx, quota)).map((holding) => rowOfHolding(holding, quota, policy));
  return [...listed, ...held];
}

/** An offer with its reckoned price and dates, and why it is out, if it is. */
export interface Judged {
  row: OfferRow;
  offer: Offer;
  price: PriceRange;
  dates: ArrivalDates;
  parts: bigint;
  /** Parts that the buyer wants of it in every plan; null: as the search decides. */
  locked: bigint | null;
  /** Null: it may be bought. `conflict-of-interest` is the market's own refusal. */
  exclusion: Exclusion | { rule: 'conflict-of-interest' | 'key-projects-only' } | null;
}

export function offerOf(row: OfferRow): Offer {
  return {
    id: row.id,
    source: row.source,
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
  rows: readonly OfferRow[],
  buyer: BuyerOutlook,
  eligibility: Eligibility,
  { now, calendar }: { now: Date; calendar: WorkingDayTable },
): Judged[] {
  return rows.map((row) => {
    const offer = offerOf(row);
    const dates = arrivalOf(offer, now, calendar);
    const rule = exclusionOf(offer, buyer, dates.readyAt, now);
    const parts = partsOf(offer);
    const judged = { row, offer, price: priceRange(offer), dates, parts, locked: null };
    return { ...judged, exclusion: rule ?? refusalOf(judged.offer, row, eligibility) };
  });
}

/** What a region allots from its reserve is for key projects (domain §11 F4); the rest the market's rule decides. */
function refusalOf(offer: Offer, row: OfferRow, eligibility: Eligibility): Judged['exclusion'] {
  if (offer.form === 'allocation' && !eligibility.isForKeyProject) return { rule: 'key-projects-only' };
  const refused = eligibility.refuse({
    seller: { code: row.sellerCode, name: row.sellerNameZh, beneficialGroup: row.sellerGroup },
    // How much of it may be bought the search itself decides, over all lots together.
    quantities: quantities(0n, 0n, 0n),
  });
  return refused?.refused === 'party.conflict-of-interest' ? { rule: 'conflict-of-interest' } : null;
}

/** A holding as if it were listed for this buyer: the reserve at the policy's price, another's lot at its last. */
function rowOfHolding(holding: Holding, quota: QuotaKind, policy: Policy): OfferRow {
  const amounts = quantities(holding.area, holding.paddy, holding.capacity);
  return {
    ...holding,
    number: holding.lotNumber,
    title: holding.lotNumber,
    form: holding.source === 'reserve' ? 'allocation' : 'negotiated',
    status: 'notice',
    startPrice: holding.lastPrice ?? proposedStart(quota, amounts, policy),
    step: null,
    deposit: 0n,
    ceiling: null,
    price: null,
    opensAt: null,
    depositCloseAt: null,
    listingEndsAt: null,
    timedStartsAt: null,
    timedWindowMin: policy.timedWindowMin,
    resultPublicityDays: policy.resultPublicityDays,
    contractDays: policy.contractDays,
    noticeDays: policy.noticeDays,
    namedBuyer: null,
    leader: null,
  };
}
