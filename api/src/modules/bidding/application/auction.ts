import { cityCodeOf } from '@muheng/contracts/common/regions';
import type { Fen } from '@muheng/contracts/common/quantity';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { AuctionState, AuctionTerms, BidderFacts } from '../domain/timed-bidding.js';
import { isCityOnly } from './form-window.js';
import type { AuctionRow, BidderRow } from '../persistence/auction.repository.js';

export interface Auction {
  terms: AuctionTerms;
  state: AuctionState;
  listingEndsAt: Date;
  depositClosesAt: Date;
  /** The city whose buyers alone may bid now; null when the whole region may. */
  onlyCity: string | null;
}

/** Waiting for a signature: known to exist, not open to anybody yet. */
const waiting: Readonly<Record<string, string>> = {
  'county-certified': 'county-check',
  'city-review': 'city',
  'region-review': 'region',
  'gov-approval': 'region-government',
};

/**
 * The auction that a listing's row holds, as the pure rules know it. Bidders are party codes. Throws
 * `listing.not-found` for a draft, `listing.not-approved` before its notice, `listing.form-not-allowed` for a form
 * that is not played by open bids.
 */
export function auctionOf(row: AuctionRow | null, listingId: string): Auction {
  if (!row || row.status === 'draft')
    throw new Refusal('listing.not-found', { params: { listing: listingId } });
  const lane = waiting[row.status];
  if (lane !== undefined) throw new Refusal('listing.not-approved', { params: { lane } });
  if (row.form !== 'timed-bidding')
    throw new Refusal('listing.form-not-allowed', { params: { form: row.form } });
  const { opensAt, listingBidStopAt, listingEndsAt, timedStartsAt, closesAt, depositCloseAt } = row;
  if (!opensAt || !listingBidStopAt || !listingEndsAt || !timedStartsAt || !closesAt || !depositCloseAt) {
    // Withdrawn before its notice: there never was an auction.
    throw new Refusal('listing.not-found', { params: { listing: listingId } });
  }
  return {
    terms: {
      seller: row.sellerCode,
      start: row.startPrice as Fen,
      step: (row.step ?? 1n) as Fen,
      ceiling: row.ceiling as Fen | null,
      opensAt,
      listingBidsStopAt: listingBidStopAt,
      timedStartsAt,
      windowMin: row.policy.timedWindowMin,
      entry: row.policy.timedBiddingEntry,
    },
    state: {
      leader:
        row.leaderCode === null || row.price === null
          ? null
          : { bidder: row.leaderCode, price: row.price as Fen },
      bidCount: row.bidCount,
      closesAt,
      ceilingReachedAt: row.ceilingReachedAt,
      candidateCount: row.candidates,
      closedAt: row.closedAt,
      isSuspended: row.status === 'suspended',
    },
    listingEndsAt,
    depositClosesAt: depositCloseAt,
    onlyCity: isCityOnly({ cityWindowEndsAt: row.cityWindowEndsAt, endsAt: listingEndsAt })
      ? cityCodeOf(row.regionCode)
      : null,
  };
}

/** What the rules ask about who bids. */
export const factsOf = (bidder: string, row: BidderRow | undefined, auction: Auction): BidderFacts => ({
  bidder,
  hasBiddingRight: row?.status === 'bidding-right',
  hasListingBid: row?.enteredTimed ?? false,
  hasAcceptedCeiling: row?.acceptedCeilingAt != null,
  isOutsideCityWindow:
    auction.onlyCity !== null && row !== undefined && cityCodeOf(row.regionCode) !== auction.onlyCity,
  depositClosesAt: auction.depositClosesAt,
});
