import type { Fen, SquareMetres } from '@muheng/contracts/common/quantity';
import { type OpenedBid, priceOfArea } from '@muheng/contracts/common/sealed-bid';

export interface UniformAward {
  bidder: string;
  /** m². */
  area: SquareMetres;
  /** 分: the marginal price × its 亩, rounded half up. */
  price: Fen;
}

export interface UniformResult {
  /** 分 for one 亩, the same for all: the lowest bid that got anything. */
  marginal: Fen;
  /** One for each buyer, in the order of the clearing. */
  awards: UniformAward[];
  sold: SquareMetres;
  /** Stays with the seller: partial clearing, not cancellation (domain §11 F5). */
  unsold: SquareMetres;
}

/**
 * Uniform price for many identical lots (domain §11 F5): bids by price downwards, equal prices by the order that was
 * fixed before anything was opened, then by receipt; each takes what is left, the last one a part. Everyone pays the
 * price of the last one served. Null when there is no good bid.
 */
export function clearUniform(
  supply: SquareMetres,
  bids: readonly OpenedBid[],
  tieOrder: readonly string[],
): UniformResult | null {
  const rank = new Map(tieOrder.map((bidder, index) => [bidder, index]));
  const rankOf = ({ bidder }: OpenedBid): number => {
    const found = rank.get(bidder);
    if (found === undefined) throw new RangeError('the tie order misses a bidder');
    return found;
  };
  const sorted = bids.toSorted((left, right) => {
    if (left.price !== right.price) return left.price > right.price ? -1 : 1;
    return rankOf(left) - rankOf(right) || left.seq - right.seq;
  });
  const filled = new Map<string, bigint>();
  let left: bigint = supply;
  let marginal: Fen | null = null;
  for (const bid of sorted) {
    if (left === 0n) break;
    const wanted = bid.area ?? supply;
    const taken = wanted < left ? wanted : left;
    filled.set(bid.bidder, (filled.get(bid.bidder) ?? 0n) + taken);
    left -= taken;
    marginal = bid.price;
  }
  if (marginal === null) return null;
  const perMu = marginal;
  const awards = [...filled].map(([bidder, area]) => ({
    bidder,
    area: area as SquareMetres,
    price: priceOfArea(perMu, area as SquareMetres),
  }));
  return { marginal, awards, sold: (supply - left) as SquareMetres, unsold: left as SquareMetres };
}
