import { Injectable } from '@nestjs/common';
import type { withdrawListingInput } from '@muheng/contracts/listings';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { decided } from '../../../kernel/errors/decided.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { CountyFirst } from '../../quota-bank/application/county-first.service.js';
import { nextListingStatus } from '../domain/lifecycle.js';
import { findListing, lockListing } from '../persistence/listing.repository.js';
import { lockSeller } from './county-gate.js';
import { partyOf } from './draft-listing.use-case.js';
import { endWithoutSale } from './end-listing.js';
import type { ListingView } from './listing-view.js';
import { viewAfterWrite } from './listing.queries.js';

/** The seller takes a listing back before the first bid; quota and deposits go back to whose they are. */
@Injectable()
export class WithdrawListing {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /** Throws `listing.not-found`, `listing.wrong-status`, `listing.has-bids`. */
  async execute(
    context: CommandContext,
    listingId: string,
    input: z.output<typeof withdrawListingInput>,
  ): Promise<ListingView> {
    const command = { name: 'listings.withdraw', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { ...input, listingId }, async (tx) => {
      const seen = await findListing(tx, listingId);
      if (!seen || seen.sellerId !== partyOf(context)) {
        throw new Refusal('listing.not-found', { params: { listing: listingId } });
      }
      await lockSeller(this.countyFirst, tx, seen);
      const row = await lockListing(tx, listingId);
      if (!row) throw new Error(`listing ${listingId} vanished`);
      decided(nextListingStatus(row.status, 'withdraw'));
      if (row.bidCount > 0) throw new Refusal('listing.has-bids', { params: { bids: row.bidCount } });
      await endWithoutSale(tx, row, 'withdrawn', await tx.marketTime(), input.reason);
      tx.audit('listing', listingId, { reason: input.reason });
      return viewAfterWrite(tx, listingId);
    });
  }
}
