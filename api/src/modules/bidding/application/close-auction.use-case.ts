import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { type Award, closeListing } from '../../listings/application/close-listing.js';
import { drawInPublic } from '../../listings/application/draw.js';
import { lockSeller } from '../../listings/application/county-gate.js';
import { moveListing } from '../../listings/application/move-listing.js';
import { CountyFirst } from '../../quota-bank/application/county-first.service.js';
import { drawEntryOf } from '../domain/auction-log.js';
import { type Outcome, outcomeAt } from '../domain/timed-bidding.js';
import { type AuctionRow, findAuction, lockAuction } from '../persistence/auction.repository.js';
import { findBidderByCode, findLog } from '../persistence/bid-log.repository.js';
import { lockFormListing } from '../persistence/form-listing.repository.js';
import { findPulse } from '../persistence/floor-pulse.repository.js';
import { auctionOf } from './auction.js';
import { closeForm, endUnsold, type FormAnswer } from './close-form.js';

type Answer = FormAnswer | 'open' | 'sold' | 'draw' | 'failed' | 'ended-before';

const live = new Set<string>([
  'prefecture-window',
  'notice',
  'listing-open',
  'timed-bidding',
  'ceiling-reached',
]);

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
    return this.unitOfWork.step(command, context, { listingId }, async (tx) => {
      const seen = await findAuction(tx, listingId);
      if (!seen || !live.has(seen.status)) return { answer: 'ended-before' };
      // Unsold quota goes back to the county, whose row comes before the listing's in the lock order.
      await lockSeller(this.countyFirst, tx, seen);
      const row = await lockAuction(tx, listingId);
      if (!row || !live.has(row.status)) return { answer: 'ended-before' };
      if (row.form !== 'timed-bidding') return { answer: await closeOther(tx, listingId) };
      const { terms, state, listingEndsAt } = auctionOf(row, listingId);
      const outcome = outcomeAt(terms, state, listingEndsAt, await tx.marketTime());
      if (outcome.outcome === 'open') return { answer: 'open' };
      if (await isDark(tx, state.closesAt, row.policy.outageSeconds)) return { answer: 'open' };
      tx.audit('listing', listingId, { outcome: outcome.outcome });
      if (outcome.outcome === 'failed') {
        const { cityWindowEndsAt } = row;
        const city = { id: listingId, cityWindowEndsAt, endsAt: listingEndsAt };
        return { answer: await endUnsold(tx, city, outcome.closedAt) };
      }
      const award = await awardOf(tx, row, outcome.outcome);
      await closeListing(tx, listingId, award, outcome.closedAt);
      return { answer: outcome.outcome };
    });
  }
}

async function closeOther(tx: Tx, listingId: string): Promise<FormAnswer> {
  const row = await lockFormListing(tx, listingId);
  if (!row) throw new Error(`listing ${listingId} vanished`);
  const answer = await closeForm(tx, row, await tx.marketTime());
  if (answer !== 'open') tx.audit('listing', listingId, { outcome: answer });
  return answer;
}

/**
 * Whether nobody can bid, and could not for longer than the policy bears before the window's end: then the window is not
 * over, it starts anew when the floor is back (decision 026).
 */
async function isDark(tx: Tx, closesAt: Date, outageSeconds: number): Promise<boolean> {
  const pulse = await findPulse(tx);
  if (!pulse || pulse.ageSeconds <= outageSeconds) return false;
  return closesAt.getTime() - pulse.marketAt.getTime() > outageSeconds * 1_000;
}

async function awardOf(tx: Tx, row: AuctionRow, outcome: Outcome['outcome']): Promise<Award> {
  const { id, leaderId, leaderNo, price } = row;
  if (leaderId === null || leaderNo === null || price === null)
    throw new Error(`listing ${id} is sold to nobody`);
  if (outcome !== 'draw') return { buyerId: leaderId, bidderNo: leaderNo, price };
  await moveListing(tx, row, 'draw');
  const { order } = await drawInPublic(tx, id, 'ceiling', (await findLog(tx, id)).map(drawEntryOf));
  const winner = await findBidderByCode(tx, id, order[0] ?? '');
  if (!winner) throw new Error(`the draw of ${id} was won by nobody`);
  return { ...winner, price };
}
