import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { commitTo, draw } from '@muheng/contracts/common/draw';
import type { lotOrder } from '@muheng/contracts/listings';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { unlessRefused } from '../../../kernel/errors/decided.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { refuseOrder, turnsOf } from '../domain/lot-order.js';
import {
  findContributions,
  findOrdered,
  findOrderSecret,
  insertContribution,
  insertOrder,
  lockCandidates,
  lockOrder,
  type OrderRow,
  publishTurns,
} from '../persistence/lot-order.repository.js';
import { sha256 } from './draw.js';
import { recordEvents } from './listing-log.js';
import { viewOrder } from './lot-order.queries.js';
import { partyOf } from './draft-listing.use-case.js';

type View = z.input<typeof lotOrder>;

/**
 * F6 (domain §11): the turns of several counties that sell one class are drawn. The operator commits first, then each
 * county contributes a number of its own making, so that neither can steer the order; then anyone can run it again.
 */
@Injectable()
export class OrderLots {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws `listing.order-not-possible`. */
  async open(context: CommandContext, listingIds: readonly string[]): Promise<View> {
    const asked = [...new Set(listingIds)].sort();
    const command = { name: 'listings.open-order', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { listingIds: asked }, async (tx) => {
      const candidates = await lockCandidates(tx, asked);
      unlessRefused(refuseOrder(candidates, asked));
      const id = uuidv7();
      const secret = randomBytes(32).toString('hex');
      const commitment = commitTo(sha256, id, secret);
      const quota = candidates[0]?.quota ?? '';
      const byPersonId = context.actor.personId;
      await insertOrder(tx, { id, quota, commitment, secret, byPersonId, listingIds: asked });
      for (const listingId of asked)
        await recordEvents(tx, listingId, [{ event: 'order.opened', payload: { order: id, commitment } }]);
      tx.audit('lot-order', id, { listings: asked.length });
      return viewOrder(tx, id);
    });
  }

  /** Throws `listing.order-not-found`, `.order-drawn`, `.order-not-yours`, `.order-contributed`. */
  async contribute(context: CommandContext, id: string, value: string): Promise<View> {
    const partyId = partyOf(context);
    const command = { name: 'listings.contribute-to-order', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { id, value }, async (tx) => {
      await lockOpen(tx, id);
      const ordered = await findOrdered(tx, [id]);
      if (!ordered.some((each) => each.sellerId === partyId)) throw new Refusal('listing.order-not-yours');
      const given = await findContributions(tx, [id]);
      if (given.some((each) => each.party === context.actor.partyCode))
        throw new Refusal('listing.order-contributed');
      const at = await tx.marketTime();
      const byPersonId = context.actor.personId;
      await insertContribution(tx, { orderId: id, partyId, seq: given.length + 1, value, byPersonId, at });
      tx.audit('lot-order', id, { contribution: given.length + 1 });
      return viewOrder(tx, id);
    });
  }

  /** Throws `listing.order-not-found`, `.order-drawn`, `.order-waiting`. */
  async draw(context: CommandContext, id: string): Promise<View> {
    const command = { name: 'listings.draw-order', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { id }, async (tx) => {
      const order = await lockOpen(tx, id);
      const ordered = await findOrdered(tx, [id]);
      await lockCandidates(
        tx,
        ordered.map((each) => each.id),
      );
      const given = await findContributions(tx, [id]);
      const at = await tx.marketTime();
      const missing = new Set(ordered.map((each) => each.seller)).size - given.length;
      if (missing > 0 && at < order.closesAt) {
        throw new Refusal('listing.order-waiting', {
          params: { missing, closesAt: order.closesAt.toISOString() },
        });
      }
      const secret = await findOrderSecret(tx, id);
      if (secret === null) throw new Error(`order ${id} has no secret`);
      const log = given.map(({ seq, party, value, at: given }) => ({ seq, bidder: party, value, at: given }));
      const record = draw(sha256, 'everyone', id, secret, log);
      // Listings of one order may have been noticed under two policies: the wider gap holds for all.
      const staggerMin = Math.max(...ordered.map((each) => each.staggerMin));
      const turns = turnsOf(record.order, ordered, staggerMin);
      await publishTurns(tx, id, record, turns, at);
      for (const { listingId, turn } of turns)
        await recordEvents(tx, listingId, [{ event: 'order.drawn', payload: { order: id, turn } }]);
      tx.audit('lot-order', id, { order: record.order });
      return viewOrder(tx, id);
    });
  }
}

async function lockOpen(tx: Tx, id: string): Promise<OrderRow> {
  const order = await lockOrder(tx, id);
  if (!order) throw new Refusal('listing.order-not-found');
  if (order.drawnAt === null) return order;
  throw new Refusal('listing.order-drawn', { params: { drawnAt: order.drawnAt.toISOString() } });
}
