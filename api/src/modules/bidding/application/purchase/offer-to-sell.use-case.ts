import { Injectable } from '@nestjs/common';
import type { offerReceipt } from '@muheng/contracts/bidding';
import { isRefused } from '@muheng/contracts/common/problems';
import { type Fen, formatCny, parseCny } from '@muheng/contracts/common/quantity';
import type { z } from 'zod';
import type { CommandContext } from '../../../../kernel/access/actor.js';
import { toRefusal } from '../../../../kernel/errors/decided.js';
import { Refusal } from '../../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../../kernel/unit-of-work/unit-of-work.js';
import { recordEvents } from '../../../listings/application/listing-log.js';
import { requireMove } from '../../../listings/application/move-listing.js';
import { offerToSell, type PurchaseTerms } from '../../domain/forms/reverse-purchase.js';
import { findBidder } from '../../persistence/auction.repository.js';
import { type FormListing, lockFormListing } from '../../persistence/form-listing.repository.js';
import { findLastOffer, insertOffer } from '../../persistence/offer.repository.js';
import { type FormWindow, participantOf, windowOf } from '../form-window.js';

const forms: ReadonlySet<string> = new Set(['reverse-purchase']);

/** The terms of the purchase that a row holds. */
export const purchaseTermsOf = (row: FormListing, { terms }: Pick<FormWindow, 'terms'>): PurchaseTerms => ({
  ...terms,
  highest: row.startPrice as Fen,
  lowest: (row.floor ?? 1n) as Fen,
  step: row.step as Fen | null,
});

/** F2: a seller names a price, below its own last one (domain §11). */
@Injectable()
export class OfferToSell {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * The idempotency key is the offer's id. Throws `listing.not-found`, `.not-approved`, `.form-not-allowed`, then in the
   * order of replay.md `bidding.closed`, `.own-listing`, `.not-registered`, `.not-in-window`, `.above-ceiling`,
   * `.below-minimum`, `.not-on-step`; last `listing.wrong-status`.
   */
  async execute(
    context: CommandContext,
    listingId: string,
    { priceCny }: { priceCny: string },
  ): Promise<z.input<typeof offerReceipt>> {
    const { partyId, partyCode, personId } = context.actor;
    if (partyId === null) throw new Refusal('access.forbidden');
    const command = { name: 'bidding.offer', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { listingId, priceCny }, async (tx) => {
      const { row, window } = windowOf(await lockFormListing(tx, listingId), listingId, forms);
      const at = await tx.marketTime();
      const bidder = (await findBidder(tx, listingId, partyId)) ?? undefined;
      const seller = participantOf(partyCode, bidder, row, window.depositClosesAt);
      const ownLast = await findLastOffer(tx, listingId, partyId);
      const state = { ...window.state, ownLast };
      const answer = offerToSell(purchaseTermsOf(row, window), state, seller, parseCny(priceCny), at);
      if (isRefused(answer)) throw toRefusal(answer);
      requireMove(row, 'offer');
      if (!bidder) throw new Error(`nobody offered to ${listingId}`);
      const { bidderNo, regionCode } = bidder;
      const line = { seq: row.bidCount + 1, bidderNo, priceCny };
      const lowest = await insertOffer(tx, {
        id: context.key,
        listingId,
        seq: line.seq,
        sellerId: partyId,
        regionCode,
        bidderNo,
        price: answer.price,
        byPersonId: personId,
        at,
      });
      const acceptedAt = at.toISOString();
      const payload = { ...line, acceptedAt, lowestCny: formatCny(lowest), bidCount: line.seq };
      const version = await recordEvents(tx, listingId, [{ event: 'offer.accepted', payload }]);
      tx.audit('listing', listingId, { offer: line.seq, id: context.key, priceCny });
      const { bidCount: _count, ...told } = payload;
      return { id: context.key, listingId, ...told, version: Number(version) };
    });
  }
}
