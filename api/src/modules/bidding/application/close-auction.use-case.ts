import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { closeListing } from '../../listings/application/close-listing.js';
import { CountyFirst } from '../../quota-bank/application/county-first.service.js';
import { outcomeAt } from '../domain/timed-bidding.js';
import { type AuctionRow, findAuction, lockAuction } from '../persistence/auction.repository.js';
import { auctionOf } from './auction.js';

type Answer = 'open' | 'sold' | 'failed' | 'ended-before';

const live = new Set<string>(['notice', 'listing-open', 'timed-bidding', 'ceiling-reached']);

/**
 * Due work `listing.close`: confirms how the auction came out by its rule and its log (domain §11 F1.6). Too early it
 * does nothing; late it closes at the instant that the rule says; twice is fine.
 */
@Injectable()
export class CloseAuction {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  async execute(context: CommandContext, listingId: string): Promise<{ answer: Answer }> {
    const command = { name: 'bidding.close', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { listingId }, async (tx) => {
      const seen = await findAuction(tx, listingId);
      if (!seen || !live.has(seen.status)) return { answer: 'ended-before' };
      // Unsold quota goes back to the county, whose row comes before the listing's in the lock order.
      await this.countyFirst.markStale(tx, seen.sellerId, seen.quota);
      const row = await lockAuction(tx, listingId);
      if (!row || !live.has(row.status)) return { answer: 'ended-before' };
      const { terms, state, listingEndsAt } = auctionOf(row, listingId);
      const outcome = outcomeAt(terms, state, listingEndsAt, await tx.marketTime());
      if (outcome.outcome === 'open') return { answer: 'open' };
      if (outcome.outcome === 'draw')
        throw new Error(`listing ${listingId} awaits a draw that nothing here makes`);
      tx.audit('listing', listingId, { outcome: outcome.outcome });
      const award = outcome.outcome === 'sold' ? awardOf(row) : null;
      await closeListing(tx, listingId, award, outcome.closedAt);
      return { answer: outcome.outcome };
    });
  }
}

function awardOf({ id, leaderId, leaderNo, price }: AuctionRow) {
  if (leaderId === null || leaderNo === null || price === null)
    throw new Error(`listing ${id} is sold to nobody`);
  return { buyerId: leaderId, bidderNo: leaderNo, price };
}
