import { Injectable } from '@nestjs/common';
import type { holderKeyInput, holderKeys, sealedLog } from '@muheng/contracts/bidding';
import { formatCny, formatHa, type Fen, type SquareMetres } from '@muheng/contracts/common/quantity';
import type { z } from 'zod';
import type { Actor, CommandContext } from '../../../../kernel/access/actor.js';
import { Refusal } from '../../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../../kernel/unit-of-work/unit-of-work.js';
import { findFormListing } from '../../persistence/form-listing.repository.js';
import {
  findHolderKeys,
  findOpenings,
  findSealedBids,
  setHolderKey,
} from '../../persistence/sealed.repository.js';
import { windowOf } from '../form-window.js';
import { sealedForms } from './sealed-terms.js';

/** Keys of the holders, and the log of receipts. */
@Injectable()
export class SealedQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** A party's key for shares; the newest one is used from then on, shares sealed before stay with the older one. */
  async setKey(
    context: CommandContext,
    { publicKey }: z.output<typeof holderKeyInput>,
  ): Promise<z.input<typeof holderKeys>> {
    const { partyId, personId } = context.actor;
    if (partyId === null) throw new Refusal('access.forbidden');
    const command = { name: 'bidding.set-holder-key', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { publicKey }, async (tx) => {
      await setHolderKey(tx, partyId, publicKey, personId);
      tx.audit('party', partyId, { holderKey: publicKey.slice(0, 16) });
      return keysView(await findHolderKeys(tx));
    });
  }

  async keys(): Promise<z.input<typeof holderKeys>> {
    return this.unitOfWork.readMarket(async (tx) => keysView(await findHolderKeys(tx)));
  }

  /**
   * Receipts for everybody from the close on, prices once opened; before the close a bidder sees its own receipts and
   * nobody sees another's.
   */
  async log(actor: Actor | null, listingId: string): Promise<z.input<typeof sealedLog>> {
    return this.unitOfWork.readMarket(async (tx) => {
      const { row } = windowOf(await findFormListing(tx, listingId), listingId, sealedForms);
      if (row.noticeAt === null) throw new Refusal('listing.not-found', { params: { listing: listingId } });
      const isOver = row.endsAt !== null && tx.now >= row.endsAt;
      const opened = row.closedAt !== null;
      const openings = new Map((await findOpenings(tx, listingId)).map((each) => [each.bidId, each]));
      const bids = await findSealedBids(tx, listingId);
      const items = bids.flatMap((bid) => {
        const mine = actor !== null && actor.partyId === bid.buyerId;
        if (!isOver && !mine) return [];
        const opening = opened || mine ? openings.get(bid.id) : undefined;
        return [
          {
            id: bid.id,
            seq: bid.seq,
            bidderNo: opened || mine ? bid.bidderNo : null,
            commitment: bid.commitment,
            receivedAt: bid.receivedAt.toISOString(),
            priceCny: opening?.price == null ? null : formatCny(opening.price as Fen),
            quantityHa: opening?.area == null ? null : formatHa(opening.area as SquareMetres),
            voidReason: opening?.voidReason ?? null,
            mine,
          },
        ];
      });
      return { items };
    });
  }
}

const keysView = (rows: Awaited<ReturnType<typeof findHolderKeys>>): z.input<typeof holderKeys> => ({
  items: rows.map(({ publicKey, setAt, ...party }) => ({ party, publicKey, setAt: setAt.toISOString() })),
});
