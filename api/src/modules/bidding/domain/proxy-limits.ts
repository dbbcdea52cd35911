import { type Refused, refuse } from '@muheng/contracts/common/problems';
import { type Fen, formatCny } from '@muheng/contracts/common/quantity';
import {
  type AuctionState,
  type AuctionTerms,
  type BidderFacts,
  minimumBid,
  refuseBidder,
} from './timed-bidding.js';

/** Up to where the market bids for somebody (委托限价). `rank` is the number of bids when it was set: earlier is lower. */
export interface ProxyLimit {
  bidder: string;
  limit: Fen;
  rank: number;
}

export interface ProxyBid {
  bidder: string;
  price: Fen;
}

interface Reach extends ProxyBid {
  rank: number;
}

/** The highest price within a limit that a bid can have: on step, or the ceiling; null below the start price. */
export function reachOf({ start, step, ceiling }: AuctionTerms, limit: Fen): Fen | null {
  if (ceiling !== null && limit >= ceiling) return ceiling;
  return limit < start ? null : ((limit - ((limit - start) % step)) as Fen);
}

/**
 * What the market bids next for those who left it a limit, after a bid has been accepted or a limit left: one bid at most,
 * after which nobody's limit answers any more. The highest reach wins, of two alike the one set earlier, and it pays no more than it
 * takes to be out of reach of the others. A leader's own price is a reach of its own.
 */
export function proxyBid(
  terms: AuctionTerms,
  state: AuctionState,
  limits: readonly ProxyLimit[],
): ProxyBid | null {
  const { leader } = state;
  if (state.ceilingReachedAt !== null) return null;
  const minimum = minimumBid(terms, state);
  const reaches = limits.flatMap(({ bidder, limit, rank }): Reach[] => {
    const price = reachOf(terms, limit);
    return price === null || price < minimum ? [] : [{ bidder, price, rank }];
  });
  const [best, next] = reaches.sort(byReach);
  if (best === undefined) return null;
  // Alone in front: a leader has nobody to answer, anybody else needs one step more than the leader.
  if (next === undefined) return best.bidder === leader?.bidder ? null : { ...bidOf(best), price: minimum };
  const isEarlier = best.rank < next.rank;
  const enough = isEarlier ? next.price : ((next.price + terms.step) as Fen);
  return { ...bidOf(best), price: enough > best.price ? best.price : enough };
}

const bidOf = ({ bidder, price }: Reach): ProxyBid => ({ bidder, price });

const byReach = (left: Reach, right: Reach): number => {
  if (left.price !== right.price) return left.price > right.price ? -1 : 1;
  return left.rank - right.rank;
};

/**
 * Judges a limit that is left or changed apart from a bid. A leader's must reach its own price, anybody else's the next bid
 * that counts, which the market then makes at once. Refusals come in the order of a bid's: `bidding.proxy-off`, those of
 * `refuseBidder`, more than it lacks, `bidding.not-in-window` at the ceiling, `bidding.above-ceiling`, `.limit-too-low`.
 */
export function refuseLeftLimit(
  terms: AuctionTerms,
  state: AuctionState,
  facts: BidderFacts,
  { isAllowed, limit, at }: { isAllowed: boolean; limit: Fen; at: Date },
): Refused | null {
  if (!isAllowed) return refuse('bidding.proxy-off', {}, '/maxPriceCny');
  const refused = refuseBidder(terms, state, facts, at) ?? facts.beyondCap ?? null;
  if (refused) return refused;
  if (state.ceilingReachedAt !== null) {
    return refuse('bidding.not-in-window', { cause: 'ceiling-reached', from: '' });
  }
  const { leader } = state;
  const least = leader?.bidder === facts.bidder ? leader.price : minimumBid(terms, state);
  // The limit itself is left out: a refusal is kept for the regulator, and a limit is nobody else's to know.
  if (limit < least) return refuse('bidding.limit-too-low', { minimumCny: formatCny(least) }, '/maxPriceCny');
  return refuseLimit(terms, isAllowed, { price: limit, limit });
}

/** `bidding.proxy-off`, `bidding.proxy-below-bid`, `bidding.above-ceiling`: a limit that somebody may not leave. */
export function refuseLimit(
  { ceiling }: Pick<AuctionTerms, 'ceiling'>,
  isAllowed: boolean,
  { price, limit }: { price: Fen; limit: Fen },
): Refused | null {
  const limitCny = formatCny(limit);
  if (!isAllowed) return refuse('bidding.proxy-off', {}, '/maxPriceCny');
  if (limit < price) {
    return refuse('bidding.proxy-below-bid', { limitCny, priceCny: formatCny(price) }, '/maxPriceCny');
  }
  if (ceiling === null || limit <= ceiling) return null;
  const excessCny = formatCny(limit - ceiling);
  const ceilingCny = formatCny(ceiling);
  return refuse('bidding.above-ceiling', { priceCny: limitCny, ceilingCny, excessCny }, '/maxPriceCny');
}
