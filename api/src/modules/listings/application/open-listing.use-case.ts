import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { lockListing } from '../persistence/listing.repository.js';
import { recordEvents } from './listing-log.js';
import { moveListing } from './move-listing.js';

/** Due work `listing.open`: the notice period is over (domain §11 F1). Late or twice is fine. */
@Injectable()
export class OpenListing {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(context: CommandContext, listingId: string): Promise<{ opened: boolean }> {
    const command = { name: 'listings.open', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { listingId }, async (tx) => {
      const row = await lockListing(tx, listingId);
      const now = await tx.marketTime();
      if (row?.status !== 'notice' || row.opensAt === null || row.opensAt > now) return { opened: false };
      await moveListing(tx, row, 'open');
      const payload = { status: 'listing-open', closesAt: row.listingEndsAt?.toISOString() ?? null };
      await recordEvents(tx, listingId, [{ event: 'phase.changed', payload }]);
      tx.notify('market', { event: 'phase.changed', listingId });
      tx.audit('listing', listingId);
      return { opened: true };
    });
  }
}
