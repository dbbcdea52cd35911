import { Injectable } from '@nestjs/common';
import type { ceilingReceipt } from '@muheng/contracts/bidding';
import { isRefused } from '@muheng/contracts/common/problems';
import { formatCny } from '@muheng/contracts/common/quantity';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { toRefusal } from '../../../kernel/errors/decided.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { recordEvents } from '../../listings/application/listing-log.js';
import { requireMove } from '../../listings/application/move-listing.js';
import { acceptCeiling } from '../domain/timed-bidding.js';
import { findBidder, lockAuction } from '../persistence/auction.repository.js';
import { insertAcceptance } from '../persistence/bid-log.repository.js';
import { auctionOf, factsOf } from './auction.js';

export type CeilingReceipt = z.input<typeof ceilingReceipt>;

/** A bidder joins the draw at the ceiling (domain §11 F1.7); the idempotency key is the id of its line in the log. */
@Injectable()
export class AcceptCeiling {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Throws `listing.not-found`, `listing.not-approved`, then in the order of replay.md `bidding.closed`, `.own-listing`,
   * `.not-registered`, `.not-in-window`, `.not-entered`; last `.ceiling-not-reached`, `.already-accepted`, and
   * `listing.wrong-status`.
   */
  async execute(context: CommandContext, listingId: string): Promise<CeilingReceipt> {
    const { partyId, partyCode, personId } = context.actor;
    if (partyId === null) throw new Refusal('access.forbidden');
    const command = { name: 'bidding.accept-ceiling', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { listingId }, async (tx) => {
      // Asked behind the lock, in the same packet.
      const [row, bidder, at] = await Promise.all([
        lockAuction(tx, listingId),
        findBidder(tx, listingId, partyId),
        tx.marketTime(),
      ]);
      const auction = auctionOf(row, listingId);
      const facts = factsOf(partyCode, bidder ?? undefined, auction);
      const answer = acceptCeiling(auction.terms, auction.state, facts, at);
      if (isRefused(answer)) throw toRefusal(answer);
      const { leader, bidCount, closesAt, candidateCount } = answer.state;
      if (!bidder || !leader || !row) throw new Error(`nobody accepted the ceiling of ${listingId}`);
      requireMove(row, 'accept-ceiling');
      const seq = bidCount + candidateCount - 1;
      const { buyerId, regionCode, bidderNo } = bidder;
      const taken = { id: context.key, seq, buyerId, regionCode, bidderNo, price: leader.price };
      const payload = { seq, bidderNo, candidates: candidateCount };
      const [version] = await Promise.all([
        recordEvents(tx, listingId, [{ event: 'ceiling.accepted', payload }]),
        insertAcceptance(tx, listingId, at, { ...taken, byPersonId: personId }),
      ]);
      tx.audit('listing', listingId, { accepted: seq });
      return {
        listingId,
        ...payload,
        ceilingCny: formatCny(leader.price),
        acceptedAt: at.toISOString(),
        closesAt: closesAt.toISOString(),
        version: Number(version),
      };
    });
  }
}
