import { Injectable } from '@nestjs/common';
import type { ListingStatus } from '@muheng/contracts/common/statuses';
import { parseQuantities } from '@muheng/contracts/common/component';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { decided } from '../../../kernel/errors/decided.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { CountyFirst } from '../../quota-bank/application/county-first.service.js';
import { resumeListing } from '../domain/lifecycle.js';
import { shiftTimetable } from '../persistence/listed-by.repository.js';
import {
  findListing,
  type ListingRow,
  lockListing,
  updateListing,
} from '../persistence/listing.repository.js';
import { recheckAtNotice } from './county-gate.js';
import { partyOf } from './draft-listing.use-case.js';
import { endWithoutSale } from './end-listing.js';
import { recordEvents } from './listing-log.js';
import type { ListingView } from './listing-view.js';
import { viewAfterWrite } from './listing.queries.js';
import { reduceListing } from './reduce-listing.js';

/** The seller's answer to the reduction that county-first offered, and what happens without one (domain §8). */
@Injectable()
export class AnswerReduction {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /** Accepts. Throws `listing.not-found`, `listing.wrong-status`, `county-first.surplus-exceeded`. */
  async accept(context: CommandContext, listingId: string): Promise<ListingView> {
    const command = { name: 'listings.accept-reduction', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { listingId }, async (tx) => {
      const seen = await findListing(tx, listingId);
      if (!seen || seen.sellerId !== partyOf(context)) {
        throw new Refusal('listing.not-found', { params: { listing: listingId } });
      }
      const row = await this.lock(tx, seen);
      const { reduced, at } = row.breach ?? { reduced: null, at: null };
      if (row.status !== 'suspended' || reduced === null || at === null || row.suspendedFrom === null) {
        throw new Refusal('listing.wrong-status', {
          params: { status: row.status, action: 'accept-reduction' },
        });
      }
      const status = decided(resumeListing(row.status, row.suspendedFrom as ListingStatus));
      await reduceListing(tx, row, parseQuantities(reduced));
      await shiftTimetable(tx, listingId, new Date(at));
      await updateListing(tx, listingId, { status, suspendedFrom: null, breach: null, offerEndsAt: null });
      const after = await findListing(tx, listingId);
      if (!after) throw new Error(`listing ${listingId} vanished`);
      await recheckAtNotice(this.countyFirst, tx, after);
      await recordEvents(tx, listingId, [
        { event: 'listing.reduced', payload: { quantities: reduced, reason: 'county-first' } },
        { event: 'listing.resumed', payload: { status, closesAt: after.closesAt?.toISOString() ?? null } },
      ]);
      tx.audit('listing', listingId);
      return viewAfterWrite(tx, listingId);
    });
  }

  /** Due work `listing.end-offer`: nobody answered in time, so the listing is terminated. Late or twice is fine. */
  async lapse(context: CommandContext, listingId: string): Promise<{ ended: boolean }> {
    const command = { name: 'listings.end-offer', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { listingId }, async (tx) => {
      const seen = await findListing(tx, listingId);
      if (!seen) return { ended: false };
      const row = await this.lock(tx, seen);
      const now = await tx.marketTime();
      const lapsed = row.status === 'suspended' && row.offerEndsAt !== null && row.offerEndsAt <= now;
      if (!lapsed || row.offerEndsAt === null) return { ended: false };
      await endWithoutSale(tx, row, 'terminated', row.offerEndsAt, 'county-first');
      tx.audit('listing', listingId);
      return { ended: true };
    });
  }

  private async lock(tx: Tx, seen: ListingRow): Promise<ListingRow> {
    await this.countyFirst.markStale(tx, seen.sellerId, seen.quota);
    const row = await lockListing(tx, seen.id);
    if (!row) throw new Error(`listing ${seen.id} vanished`);
    return row;
  }
}
