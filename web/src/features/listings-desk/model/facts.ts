import { formatQuantities, type Quantities } from '@muheng/contracts/common/component';
import { formatCny } from '@muheng/contracts/common/quantity';
import { findCounty } from '@muheng/contracts/common/regions';
import type { NoticeFacts } from '../../../ui/paper/listing-notice.js';
import type { Listing, Lot, Policy } from '../api/listings.js';
import type { ListingDraft } from './listing-draft.js';
import type { DraftPrices } from './prices.js';

/** A kept listing as its notice shows it. */
export const factsOfListing = (listing: Listing): NoticeFacts => ({
  number: listing.number,
  isDraft: listing.noticeAt === null,
  sellerNameZh: listing.seller.nameZh,
  form: listing.form,
  buyerNameZh: listing.namedBuyer?.nameZh ?? null,
  quota: listing.quota,
  quantities: listing.quantities,
  items: listing.items,
  startPriceCny: listing.startPriceCny,
  stepCny: listing.stepCny,
  depositCny: listing.depositCny,
  ceilingCny: listing.ceilingCny,
  floorCny: listing.floorCny,
  policy: listing.policy,
  noticeAt: listing.noticeAt,
  opensAt: listing.opensAt,
  listingEndsAt: listing.listingEndsAt,
  notes: listing.notes,
});

interface Typed {
  draft: ListingDraft;
  total: Quantities;
  prices: DraftPrices;
  lots: ReadonlyMap<string, Lot>;
  policy: Policy;
  sellerNameZh: string;
}

/** The notice of what is being typed, paragraph by paragraph as it is typed. */
export const factsOfDraft = ({ draft, total, prices, lots, policy, sellerNameZh }: Typed): NoticeFacts => ({
  number: null,
  isDraft: true,
  sellerNameZh,
  form: draft.form,
  buyerNameZh: draft.buyerCode === '' ? null : (findCounty(draft.buyerCode)?.zh ?? draft.buyerCode),
  quota: draft.quota,
  quantities: formatQuantities(total),
  items: (draft.form === 'reverse-purchase' ? [] : draft.items).flatMap(({ lotId }) => {
    const lot = lots.get(lotId);
    return lot
      ? [{ lotNumber: lot.number, projectName: lot.projectName, filingNo: null, grade: lot.grade }]
      : [];
  }),
  startPriceCny: formatCny(prices.start ?? prices.proposal),
  stepCny: draft.form === 'timed-bidding' ? formatCny(prices.step ?? 0n) : null,
  depositCny: formatCny(prices.deposit ?? 0n),
  ceilingCny: prices.ceiling === null || draft.form === 'reverse-purchase' ? null : formatCny(prices.ceiling),
  floorCny: prices.floor == null ? null : formatCny(prices.floor),
  policy,
  noticeAt: null,
  opensAt: null,
  listingEndsAt: null,
  notes: draft.notes,
});
