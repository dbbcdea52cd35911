import { Injectable } from '@nestjs/common';
import type { bidLadder, bidState, myRegistrationsQuery, registrationPage } from '@muheng/contracts/bidding';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { decodeCursor, pageOf } from '../../../kernel/keyset.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { loadRoomFacts } from '../../listings/application/room-facts.js';
import {
  type AuctionRow,
  type BidderRow,
  findAuction,
  findBidder,
} from '../persistence/auction.repository.js';
import { findBidByKey, findLadder } from '../persistence/bid.repository.js';
import { findLimit, type LimitRow } from '../persistence/proxy.repository.js';
import { findRegistrations } from '../persistence/registration.repository.js';
import { auctionOf } from './auction.js';
import { placeBidCommand } from './place-bid.use-case.js';
import type { Receipt } from './bid-batch.js';
import { registrationView } from './registration-view.js';
import { ladderView, type RoomView, roomView } from './room-view.js';

const roomLadder = 50;
const place = /^\d{1,15}$/;

/** Asked for only where the policy knows limits. */
const limitOf = async (tx: ReadTx, row: AuctionRow, bidder: BidderRow): Promise<LimitRow | null> =>
  row.policy.proxyBidding === 'on' ? findLimit(tx, bidder.registrationId) : null;

/** Reads of the bidding room. Bidders are numbers; only the reader's own row is marked (domain §12). */
@Injectable()
export class BiddingQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The room for a spectator (null) or a bidder. Throws `listing.not-found` before the notice. */
  async room(actor: Actor | null, listingId: string): Promise<RoomView> {
    return this.unitOfWork.readMarket(async (tx) => {
      const facts = await loadRoomFacts(tx, listingId);
      if (!facts?.isPublic) throw new Refusal('listing.not-found', { params: { listing: listingId } });
      const row = await findAuction(tx, listingId);
      const auction = auctionOf(row, listingId);
      if (!row) throw new Error(`listing ${listingId} vanished`);
      const ladder = await findLadder(tx, listingId, null, roomLadder);
      const readerId = actor?.partyId ?? null;
      const bidder = readerId === null ? null : await findBidder(tx, listingId, readerId);
      const reader =
        actor && readerId !== null && bidder
          ? { partyId: readerId, partyCode: actor.partyCode, bidder, limit: await limitOf(tx, row, bidder) }
          : null;
      return roomView({ row, auction, facts, ladder, reader, readerId, at: tx.now });
    });
  }

  /** The masked ladder, newest first. Throws `listing.not-found`, `request.invalid` (cursor). */
  async ladder(
    actor: Actor | null,
    listingId: string,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<z.input<typeof bidLadder>> {
    if (page.cursor !== undefined && !place.test(page.cursor))
      throw new Refusal('request.invalid', { pointer: '/cursor' });
    const below = page.cursor === undefined ? null : BigInt(page.cursor);
    return this.unitOfWork.readMarket(async (tx) => {
      const facts = await loadRoomFacts(tx, listingId);
      if (!facts?.isPublic) throw new Refusal('listing.not-found', { params: { listing: listingId } });
      const rows = await findLadder(tx, listingId, below, page.limit + 1);
      const kept = rows.slice(0, page.limit);
      const last = kept.at(-1);
      return {
        items: kept.map((row) => ladderView(row, actor?.partyId ?? null)),
        nextCursor: rows.length > page.limit && last ? last.seq.toString() : null,
      };
    });
  }

  /** What became of the reader's bid with this key: known for certain, because the key and the bid commit together. */
  async bidByKey(actor: Actor, listingId: string, key: string): Promise<z.input<typeof bidState>> {
    const bid = await this.unitOfWork.read(actor, (tx) =>
      findBidByKey<Receipt>(tx, actor.personId, placeBidCommand.name, key),
    );
    return bid?.listingId === listingId ? { state: 'accepted', bid } : { state: 'absent', bid: null };
  }

  async myRegistrations(
    actor: Actor,
    query: z.output<typeof myRegistrationsQuery>,
  ): Promise<z.input<typeof registrationPage>> {
    const { limit, cursor, listingId } = query;
    const found = await this.unitOfWork.read(actor, (tx) =>
      findRegistrations(tx, actor.partyId ?? '', { limit, after: decodeCursor(cursor), listingId }),
    );
    const { rows, nextCursor } = pageOf(found, limit);
    return { items: rows.map(registrationView), nextCursor };
  }
}
