import { Injectable } from '@nestjs/common';
import type { placeBidInput } from '@muheng/contracts/bidding';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { type Envelope, type Outcome, UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { listingTopic } from '../../listings/application/listing-log.js';
import { type AuctionRow, loadBidders, lockAuction } from '../persistence/auction.repository.js';
import { writeBids } from '../persistence/bid.repository.js';
import { type Auction, auctionOf } from './auction.js';
import { type BidInput, foldBids, type Receipt } from './bid-batch.js';
import { Lane } from './lane.js';

export const placeBidCommand = { name: 'bidding.place-bid', scope: 'market' } as const;

const limits = { batch: 256, waiting: 10_000 };

type BidLane = Lane<Envelope<BidInput>, Outcome<Receipt>>;

/**
 * The hot path (stack.md §9): bids of one listing wait for one row lock together, are judged by the pure rule in
 * their order of arrival, and are written in one statement. The database's clock decides, under the lock.
 */
@Injectable()
export class PlaceBid {
  private readonly lanes = new Map<string, BidLane>();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * The idempotency key is the bid's id. Throws `listing.not-found`, `listing.not-approved` and, in the order of
   * replay.md, `bidding.*`; a refused price carries `minimumCny`. `expectedVersion` never refuses a good bid.
   */
  async execute(
    context: CommandContext,
    listingId: string,
    input: z.output<typeof placeBidInput>,
  ): Promise<Receipt> {
    const outcome = await this.laneOf(listingId).submit({
      context,
      input: { listingId, priceCny: input.priceCny },
    });
    if (!outcome.ok) throw outcome.refusal;
    return outcome.result;
  }

  private laneOf(listingId: string): BidLane {
    const known = this.lanes.get(listingId);
    if (known) return known;
    const lane: BidLane = new Lane(
      (batch) => this.run(listingId, batch),
      limits,
      () => this.lanes.delete(listingId),
    );
    this.lanes.set(listingId, lane);
    return lane;
  }

  private async run(listingId: string, batch: readonly Envelope<BidInput>[]): Promise<Outcome<Receipt>[]> {
    let row: AuctionRow | null = null;
    return this.unitOfWork.batch<BidInput, Receipt>(placeBidCommand, batch, {
      lock: async (tx) => {
        row = await lockAuction(tx, listingId);
      },
      work: (tx, fresh) => judge(tx, row, listingId, fresh),
    });
  }
}

async function judge(
  tx: Tx,
  row: AuctionRow | null,
  listingId: string,
  fresh: readonly Envelope<BidInput>[],
): Promise<Outcome<Receipt>[]> {
  const auction = orRefusal(() => auctionOf(row, listingId));
  if (auction instanceof Refusal || !row) {
    const refusal = auction instanceof Refusal ? auction : new Refusal('listing.not-found');
    return fresh.map(() => ({ ok: false, refusal }));
  }
  const parties = fresh.flatMap(({ context }) => context.actor.partyId ?? []);
  const { at, bidders } = await loadBidders(tx, listingId, [...new Set(parties)]);
  const { outcomes, bids, events, after } = foldBids({ row, auction, bidders, at }, fresh);
  if (after) {
    await writeBids(tx, listingId, at, bids, events, after);
    tx.notify(listingTopic(listingId), { version: after.version.toString() });
  }
  for (const [i, outcome] of outcomes.entries()) {
    if (!outcome.ok) continue;
    const { seq, id, priceCny } = outcome.result;
    tx.audit('listing', listingId, { bid: seq, id, priceCny }, fresh[i]?.context);
  }
  return outcomes;
}

function orRefusal(read: () => Auction): Auction | Refusal {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
