import { Injectable } from '@nestjs/common';
import type { placeBidInput } from '@muheng/contracts/bidding';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import {
  BatchOfWork,
  type Envelope,
  isLater,
  type Later,
  type Outcome,
} from '../../../kernel/unit-of-work/batch-of-work.js';
import type { BidInput, Receipt } from './bid-batch.js';
import { KeepFloor } from './keep-floor.use-case.js';
import { judgeBids, loadFloor } from './judge-bids.js';
import { Lane } from '../../../kernel/lane.js';

export const placeBidCommand = { name: 'bidding.place-bid' } as const;

const limits = { batch: 256, waiting: 10_000 };

type Bid = Envelope<BidInput>;
type BidLane = Lane<Bid, Outcome<Receipt> | Later>;

/**
 * The hot path (stack.md §8, §9). Bids of all listings gather while the batch before is in flight; a batch locks its
 * listings in id order, judges each bid by the pure rule in its order of arrival, by the database's clock under the lock,
 * and is written in one statement. A listing that another process has locked gets a lane of its own that waits for it, so
 * that it holds up nobody else.
 */
@Injectable()
export class PlaceBid {
  private readonly shared: BidLane = new Lane((bids) => this.run(bids, false), limits);
  private readonly apart = new Map<string, BidLane>();

  constructor(
    private readonly batches: BatchOfWork,
    private readonly floor: KeepFloor,
  ) {}

  /**
   * The idempotency key is the bid's id. Throws `listing.not-found`, `listing.not-approved` and, in the order of
   * replay.md, `bidding.*`; a refused price carries `minimumCny`. `expectedVersion` never refuses a good bid.
   */
  async execute(
    context: CommandContext,
    listingId: string,
    { priceCny, maxPriceCny }: z.output<typeof placeBidInput>,
  ): Promise<Receipt> {
    const input = { listingId, priceCny, ...(maxPriceCny !== undefined && { maxPriceCny }) };
    let bid: Bid = { context, input };
    for (;;) {
      const answer = await this.submit(bid);
      if (!isLater(answer)) {
        if (!answer.ok) throw answer.refusal;
        return answer.result;
      }
      if (answer.later === 'session-moved' && bid.context.remembered)
        bid = { ...bid, context: await bid.context.remembered.confirm() };
    }
  }

  /** What is `row-busy` comes again, and finds the lane of its listing. */
  private submit(bid: Bid): Promise<Outcome<Receipt> | Later> {
    return (this.apart.get(bid.input.listingId) ?? this.shared).submit(bid);
  }

  private async run(bids: readonly Bid[], waits: boolean): Promise<(Outcome<Receipt> | Later)[]> {
    await this.floor.beSure();
    const answers = await this.batches.run<BidInput, Receipt, Awaited<ReturnType<typeof loadFloor>>>(
      placeBidCommand.name,
      bids,
      { load: (send, all) => loadFloor(send, all, waits), decide: judgeBids },
    );
    for (const [i, answer] of answers.entries()) {
      const listingId = bids[i]?.input.listingId;
      if (listingId !== undefined && isLater(answer) && answer.later === 'row-busy') this.setApart(listingId);
    }
    return answers;
  }

  private setApart(listingId: string): void {
    if (this.apart.has(listingId)) return;
    const lane: BidLane = new Lane(
      (bids) => this.run(bids, true),
      limits,
      () => this.apart.delete(listingId),
    );
    this.apart.set(listingId, lane);
  }
}
