import type { DrawEntry } from '@muheng/contracts/common/draw';
import { isRefused } from '@muheng/contracts/common/problems';
import { type Fen, formatCny } from '@muheng/contracts/common/quantity';
import {
  type Accepted,
  type AuctionState,
  type AuctionTerms,
  acceptCeiling,
  type BidderFacts,
  openAuction,
  type Outcome,
  outcomeAt,
  placeBid,
} from './timed-bidding.js';

/** One line of a listing's bid log, accepted in this order. A bid has a price; an acceptance of the ceiling has none. */
export interface LogEntry {
  seq: number;
  bidder: string;
  price: Fen | null;
  at: Date;
}

/** A line as the draw's public value is made of it. */
export const drawEntryOf = ({ seq, bidder, price, at }: LogEntry): DrawEntry => ({
  seq,
  bidder,
  value: price === null ? '' : formatCny(price),
  at,
});

export interface Replayed {
  state: AuctionState;
  outcome: Outcome;
  /** In the order in which they came to the ceiling; empty when it was not reached. */
  candidates: string[];
}

/**
 * Runs an auction again from its log (reliability I10): the same log gives the same verdict. Throws when an entry
 * could not have been accepted, which means that log and rule disagree.
 */
export function replayLog(
  terms: AuctionTerms,
  log: readonly LogEntry[],
  instants: { firstClosesAt: Date; listingEndsAt: Date; at: Date },
): Replayed {
  let state = openAuction(instants.firstClosesAt);
  const bidders = new Set<string>();
  const candidates: string[] = [];
  for (const { bidder, price, at, seq } of log) {
    const facts: BidderFacts = {
      bidder,
      hasBiddingRight: true,
      hasListingBid: bidders.has(bidder),
      hasAcceptedCeiling: candidates.includes(bidder),
      isOutsideCityWindow: false,
      depositClosesAt: terms.opensAt,
    };
    const answer =
      price === null ? acceptCeiling(terms, state, facts, at) : placeBid(terms, state, facts, { price, at });
    if (isRefused(answer)) throw new Error(`entry ${seq} could not have been accepted: ${answer.refused}`);
    state = (answer satisfies Accepted).state;
    if (at < terms.listingBidsStopAt) bidders.add(bidder);
    if (price === terms.ceiling || price === null) candidates.push(bidder);
  }
  return { state, outcome: outcomeAt(terms, state, instants.listingEndsAt, instants.at), candidates };
}
