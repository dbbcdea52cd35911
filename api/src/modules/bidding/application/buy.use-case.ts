import { Injectable } from '@nestjs/common';
import type { purchase } from '@muheng/contracts/bidding';
import { isRefused } from '@muheng/contracts/common/problems';
import { type Fen, formatCny } from '@muheng/contracts/common/quantity';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { toRefusal } from '../../../kernel/errors/decided.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { closeListing } from '../../listings/application/close-listing.js';
import { recordEvents } from '../../listings/application/listing-log.js';
import { requireMove } from '../../listings/application/move-listing.js';
import { CountyFirst } from '../../quota-bank/application/county-first.service.js';
import { buyNow } from '../domain/forms/fixed-price.js';
import { findBidder } from '../persistence/auction.repository.js';
import { countBidIn, findFormListing, lockFormListing } from '../persistence/form-listing.repository.js';
import { participantOf, windowOf } from './form-window.js';

const forms = new Set(['fixed-price']);

/** Fixed price: the first who takes it has it (domain §11). */
@Injectable()
export class Buy {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /**
   * Throws `listing.not-found`, `listing.not-approved`, `listing.form-not-allowed`, then in the order of replay.md
   * `bidding.closed`, `.own-listing`, `.not-registered`, `.not-in-window`; last `listing.wrong-status`, which the form's
   * table says. Twice under one key is one purchase.
   */
  async execute(context: CommandContext, listingId: string): Promise<z.input<typeof purchase>> {
    const { partyId, partyCode } = context.actor;
    if (partyId === null) throw new Refusal('access.forbidden');
    const command = { name: 'bidding.buy', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { listingId }, async (tx) => {
      const seen = await findFormListing(tx, listingId);
      // The county's row comes before the listing's in the lock order.
      if (seen) await this.countyFirst.markStale(tx, seen.organiserId, seen.quota);
      const { row, window } = windowOf(await lockFormListing(tx, listingId), listingId, forms);
      const at = await tx.marketTime();
      const bidder = (await findBidder(tx, listingId, partyId)) ?? undefined;
      const buyer = participantOf(partyCode, bidder, row, window.depositClosesAt);
      const terms = { ...window.terms, price: row.startPrice as Fen };
      const sale = buyNow(terms, window.state, buyer, at);
      if (isRefused(sale)) throw toRefusal(sale);
      requireMove(row, 'sell');
      if (!bidder) throw new Error(`nobody bought ${listingId}`);
      await countBidIn(tx, listingId);
      const payload = { bidderNo: bidder.bidderNo, priceCny: formatCny(sale.price) };
      const version = await recordEvents(tx, listingId, [{ event: 'listing.bought', payload }]);
      const award = { buyerId: bidder.buyerId, bidderNo: bidder.bidderNo, price: sale.price };
      await closeListing(tx, listingId, award, sale.closedAt);
      tx.audit('listing', listingId, { bought: payload.priceCny });
      return { listingId, ...payload, boughtAt: at.toISOString(), version: Number(version) };
    });
  }
}
