import { Injectable } from '@nestjs/common';
import type { lotOrder, lotOrders } from '@muheng/contracts/listings';
import type { z } from 'zod';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { findPartyRefs } from '../persistence/party-ref.repository.js';
import { findContributions, findOrdered, findOrders } from '../persistence/lot-order.repository.js';

type View = z.input<typeof lotOrder>;
const newest = 20;

/** Orders of lots, for everybody. */
@Injectable()
export class LotOrderQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws `listing.order-not-found`. */
  async one(id: string): Promise<View> {
    return this.unitOfWork.read(null, (tx) => viewOrder(tx, id));
  }

  async all(): Promise<z.input<typeof lotOrders>> {
    return this.unitOfWork.read(null, async (tx) => ({ items: await viewOrders(tx, null) }));
  }
}

/** One order as it stands. Throws `listing.order-not-found`. */
export async function viewOrder(tx: Tx | ReadTx, id: string): Promise<View> {
  const [view] = await viewOrders(tx, id);
  if (!view) throw new Refusal('listing.order-not-found');
  return view;
}

async function viewOrders(tx: Tx | ReadTx, id: string | null): Promise<View[]> {
  const orders = await findOrders(tx, id, newest);
  const ids = orders.map((order) => order.id);
  const ordered = await findOrdered(tx, ids);
  const contributions = await findContributions(tx, ids);
  const parties = await findPartyRefs(tx, [...new Set(ordered.map((each) => each.sellerId))]);
  return orders.map(({ id: orderId, quota, commitment, openedAt, closesAt, drawnAt, draw }) => ({
    id: orderId,
    quota,
    commitment,
    openedAt: openedAt.toISOString(),
    closesAt: closesAt.toISOString(),
    drawnAt: drawnAt?.toISOString() ?? null,
    listings: ordered.flatMap(({ orderId: of, id: listingId, number, title, sellerId, turn, endsAt }) => {
      const seller = parties.get(sellerId);
      if (of !== orderId || !seller) return [];
      return [{ id: listingId, number, title, seller, turn, listingEndsAt: endsAt.toISOString() }];
    }),
    contributions: contributions
      .filter((each) => each.orderId === orderId)
      .map(({ seq, party, value, at }) => ({ seq, party, value, at: at.toISOString() })),
    draw,
  }));
}
