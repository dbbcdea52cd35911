import type { Fen } from '@muheng/contracts/common/quantity';
import type { OpenedBid } from '@muheng/contracts/common/sealed-bid';

export interface FirstPriceResult {
  winner: string;
  price: Fen;
  /** Bidders with the highest price, in the order that was fixed beforehand; the first one won. */
  tied: string[];
}

/**
 * Sealed first price: the highest good bid wins and pays what it bid. Equal bids are decided by an order that was fixed
 * before anything was opened. Null when there is no good bid.
 */
export function decideFirstPrice(
  bids: readonly OpenedBid[],
  tieOrder: readonly string[],
): FirstPriceResult | null {
  const highest = bids.reduce<Fen | null>(
    (most, { price }) => (most === null || price > most ? price : most),
    null,
  );
  if (highest === null) return null;
  const atTop = new Set(bids.filter(({ price }) => price === highest).map(({ bidder }) => bidder));
  const tied = tieOrder.filter((bidder) => atTop.has(bidder));
  const [winner] = tied;
  if (winner === undefined || tied.length !== atTop.size)
    throw new RangeError('the tie order misses a bidder');
  return { winner, price: highest, tied };
}
