import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../../kernel/unit-of-work/unit-of-work.js';
import { CountyFirst } from '../../../quota-bank/application/county-first.service.js';
import { findFormListing, lockFormListing } from '../../persistence/form-listing.repository.js';
import { findHeldOffers, findOfferItems } from '../../persistence/offer.repository.js';
import { releaseOffered } from './offered-quota.js';

const ended: ReadonlySet<string> = new Set(['closed-sold', 'closed-failed', 'terminated', 'withdrawn']);

/** Jobs `listing.closed` and `listing.settle`: a purchase is over, and who did not win gets its quota back. */
@Injectable()
export class ReleaseOffers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /** Answers how many sellers got theirs back; nothing for any other form, and twice is fine. */
  async execute(context: CommandContext, listingId: string): Promise<{ released: number }> {
    const seen = await this.unitOfWork.readMarket(async (tx) => ({
      row: await findFormListing(tx, listingId),
      sellers: (await findHeldOffers(tx, listingId)).map((each) => each.sellerId),
    }));
    const { sellers } = seen;
    const quota = seen.row?.quota;
    if (quota === undefined || sellers.length === 0) return { released: 0 };
    const command = { name: 'bidding.release-offers', scope: 'market' } as const;
    return this.unitOfWork.step(command, context, { listingId }, async (tx) => {
      // The sellers' counties before the listing, as the lock order wants; registrations came to an end long ago.
      await this.countyFirst.markAllStale(tx, sellers, quota);
      const row = await lockFormListing(tx, listingId);
      if (!row || !ended.has(row.status)) return { released: 0 };
      // Read again behind the locks: another worker may have given some back meanwhile.
      const held = (await findHeldOffers(tx, listingId)).filter((each) => sellers.includes(each.sellerId));
      for (const each of held) {
        await releaseOffered(
          tx,
          { ...each, quota: row.quota },
          await findOfferItems(tx, each.registrationId),
        );
      }
      tx.audit('listing', listingId, { released: held.length });
      return { released: held.length };
    });
  }
}
