import type { Fen } from '@muheng/contracts/common/quantity';
import { proxyBid } from '../domain/proxy-limits.js';
import type { AuctionState, AuctionTerms } from '../domain/timed-bidding.js';
import type { BidderRow } from '../persistence/auction.repository.js';
import type { ProxyRow } from '../persistence/proxy.repository.js';

/** Who left a limit, in what order. */
export interface ProxyHolder extends BidderRow {
  bidder: string;
  limit: Fen;
  rank: number;
  byPersonId: string;
}

/** The limits of one listing while a batch of bids is folded over it. */
export class Proxies {
  private readonly holders = new Map<string, ProxyHolder>();

  constructor(rows: readonly ProxyRow[] = []) {
    for (const { limit, rank, ...row } of rows) {
      this.set({ ...row, limit: limit as Fen, rank: Number(rank) });
    }
  }

  /** Behind all others: who changes a limit has set it last. */
  set(holder: ProxyHolder): void {
    this.holders.delete(holder.bidder);
    this.holders.set(holder.bidder, holder);
  }

  drop(bidder: string): void {
    this.holders.delete(bidder);
  }

  next(terms: AuctionTerms, state: AuctionState): { holder: ProxyHolder; price: Fen } | null {
    if (this.holders.size === 0) return null;
    const bid = proxyBid(terms, state, [...this.holders.values()]);
    const holder = bid && this.holders.get(bid.bidder);
    return bid && holder ? { holder, price: bid.price } : null;
  }
}
