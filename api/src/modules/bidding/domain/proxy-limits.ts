import { type Refused, refuse } from '@muheng/contracts/common/problems';
import { type Fen, formatCny } from '@muheng/contracts/common/quantity';
import { type AuctionState, type AuctionTerms, minimumBid } from './timed-bidding.js';

/** Up to where the market bids for somebody (委托限价). `rank` is the bid with which it was set: earlier is lower. */
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
 * What the market bids next for those who left it a limit, after a bid has been accepted: one bid at most, after which
 * nobody's limit answers any more. The highest reach wins, of two alike the one set earlier, and it pays no more than it
 * takes to be out of reach of the others. A leader's own price is a reach of its own.
 */
export function proxyBid(
  terms: AuctionTerms,
  state: AuctionState,
  limits: readonly ProxyLimit[],
): ProxyBid | null {
  const { leader } = state;
  if (leader === null || state.ceilingReachedAt !== null) return null;
  const minimum = minimumBid(terms, state);
  const reaches = limits.flatMap(({ bidder, limit, rank }): Reach[] => {
    const price = reachOf(terms, limit);
    return price === null || price < minimum ? [] : [{ bidder, price, rank }];
  });
  const [best, next] = reaches.sort(byReach);
  if (best === undefined) return null;
  // Alone in front: a leader has nobody to answer, anybody else needs one step more than the leader.
  if (next === undefined) return best.bidder === leader.bidder ? null : { ...bidOf(best), price: minimum };
  const isEarlier = best.rank < next.rank;
  const enough = isEarlier ? next.price : ((next.price + terms.step) as Fen);
  return { ...bidOf(best), price: enough > best.price ? best.price : enough };
}

const bidOf = ({ bidder, price }: Reach): ProxyBid => ({ bidder, price });

const byReach = (left: Reach, right: Reach): number => {
  if (left.price !== right.price) return left.price > right.price ? -1 : 1;
  return left.rank - right.rank;
};

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
