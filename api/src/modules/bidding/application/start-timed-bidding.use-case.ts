import { Injectable } from '@nestjs/common';
import { nextFormStage } from '@muheng/contracts/common/form-lifecycles';
import { isRefused } from '@muheng/contracts/common/problems';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { recordEvents } from '../../listings/application/listing-log.js';
import { moveListing } from '../../listings/application/move-listing.js';
import { outcomeAt } from '../domain/timed-bidding.js';
import { lockAuction } from '../persistence/auction.repository.js';
import { auctionOf } from './auction.js';

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
      if (row?.form !== 'timed-bidding') return { started: false };
      if (isRefused(nextFormStage(row.form, row.status, 'start-timed'))) return { started: false };
      const { terms, state, listingEndsAt } = auctionOf(row, listingId);
      const now = await tx.marketTime();
      if (now < terms.timedStartsAt) return { started: false };
      // Where nobody can enter, the close is what is due.
      if (outcomeAt(terms, state, listingEndsAt, terms.timedStartsAt).outcome !== 'open')
        return { started: false };
      await moveListing(tx, row, 'start-timed');
      const payload = { status: 'timed-bidding', closesAt: state.closesAt.toISOString() };
      await recordEvents(tx, listingId, [{ event: 'phase.changed', payload }]);
      tx.notify('market', { event: 'phase.changed', listingId });
      tx.audit('listing', listingId);
      return { started: true };
    });
  }
}
