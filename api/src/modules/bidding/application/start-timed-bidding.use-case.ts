import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { recordEvents } from '../../listings/application/listing-log.js';
import { setStatus } from '../../listings/application/set-status.js';
import { outcomeAt } from '../domain/timed-bidding.js';
import { lockAuction } from '../persistence/auction.repository.js';
import { auctionOf } from './auction.js';

const listing = new Set<string>(['listing-open', 'prefecture-window']);

/**
 * Due work `listing.start-timed`: tells the room that timed bidding runs. Bids are judged by market time and never
 * wait for this; late or twice is fine.
 */
@Injectable()
export class StartTimedBidding {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(context: CommandContext, listingId: string): Promise<{ started: boolean }> {
    const command = { name: 'bidding.start-timed', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { listingId }, async (tx) => {
      const row = await lockAuction(tx, listingId);
      if (!row || !listing.has(row.status) || row.form !== 'timed-bidding') return { started: false };
      const { terms, state, listingEndsAt } = auctionOf(row, listingId);
      const now = await tx.marketTime();
      if (now < terms.timedStartsAt) return { started: false };
      // Where nobody can enter, the close is what is due.
      if (outcomeAt(terms, state, listingEndsAt, terms.timedStartsAt).outcome !== 'open')
        return { started: false };
      await setStatus(tx, listingId, 'timed-bidding');
      const payload = { status: 'timed-bidding', closesAt: state.closesAt.toISOString() };
      await recordEvents(tx, listingId, [{ event: 'phase.changed', payload }]);
      tx.notify('market', { event: 'phase.changed', listingId });
      tx.audit('listing', listingId);
      return { started: true };
    });
  }
}
