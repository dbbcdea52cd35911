import { Injectable } from '@nestjs/common';
import type { leaveLimitInput, limitReceipt, proxyLimit } from '@muheng/contracts/bidding';
import { formatCny, parseCny } from '@muheng/contracts/common/quantity';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { toRefusal } from '../../../kernel/errors/decided.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Send } from '../../../kernel/unit-of-work/batch-of-work.js';
import type { Statement } from '../../../kernel/unit-of-work/statement.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { listingTopic } from '../../listings/application/listing-log.js';
import { refuseLeftLimit } from '../domain/proxy-limits.js';
import {
  type AuctionRow,
  type BidderRow,
  findBidder,
  lockAuction,
} from '../persistence/auction.repository.js';
import { writeBids } from '../persistence/bid-batch.repository.js';
import {
  dropLimit,
  findLimit,
  type LimitRow,
  useLimits,
  writeLimits,
} from '../persistence/proxy.repository.js';
import { type Auction, auctionOf, factsOf } from './auction.js';
import { type FoldedBids, foldLimit, nextMinimum } from './bid-batch.js';
import { KeepFloor } from './keep-floor.use-case.js';
import { loadLimits } from './limits-of-bidders.js';
import { Proxies } from './proxies.js';

export type LimitReceipt = z.input<typeof limitReceipt>;

interface Standing {
  row: AuctionRow;
  auction: Auction;
  bidder: BidderRow | null;
}

export const limitView = (row: LimitRow): z.input<typeof proxyLimit> => ({
  maxPriceCny: formatCny(row.limit),
  setAt: row.setAt.toISOString(),
  uses: row.uses,
  lastUsedSeq: row.usedSeq === null ? null : Number(row.usedSeq),
  lastUsedAt: row.usedAt?.toISOString() ?? null,
});

const sender =
  (tx: Tx): Send =>
  <Row>({ text, values }: Statement) =>
    tx.query<Row>(text, values);

/**
 * A bidder leaves, changes or withdraws the limit up to which the market bids for it (委托限价), apart from a bid. Nobody
 * else is told: no line of the log, no amount in the audit log. What the market then bids is a bid like any other.
 */
@Injectable()
export class LeaveLimit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly floor: KeepFloor,
  ) {}

  /**
   * Throws `listing.not-found`, `listing.not-approved`, `listing.form-not-allowed`, then those of `refuseLeftLimit`. A
   * limit may be withdrawn until the close, whatever phase it is, and withdrawing none changes nothing.
   */
  async execute(
    context: CommandContext,
    listingId: string,
    { maxPriceCny }: z.output<typeof leaveLimitInput>,
  ): Promise<LimitReceipt> {
    const { partyId } = context.actor;
    if (partyId === null) throw new Refusal('access.forbidden');
    await this.floor.beSure();
    const command = { name: 'bidding.leave-limit', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { listingId, maxPriceCny }, async (tx) => {
      const row = await lockAuction(tx, listingId);
      const auction = auctionOf(row, listingId);
      if (!row) throw new Error(`listing ${listingId} vanished`);
      const bidder = await findBidder(tx, listingId, partyId);
      const standing = { row, auction, bidder };
      tx.audit('listing', listingId, { limit: maxPriceCny === null ? 'withdrawn' : 'left' });
      if (maxPriceCny === null) return withdraw(tx, context, standing);
      return leave(tx, context, standing, parseCny(maxPriceCny));
    });
  }
}

async function withdraw(tx: Tx, { actor }: CommandContext, standing: Standing): Promise<LimitReceipt> {
  const { bidder, row, auction } = standing;
  if (row.policy.proxyBidding !== 'on') throw new Refusal('bidding.proxy-off', { pointer: '/maxPriceCny' });
  if (!bidder) {
    const params = { bidder: actor.partyCode, depositCloseAt: auction.depositClosesAt.toISOString() };
    throw new Refusal('bidding.not-registered', { params });
  }
  await sender(tx)(dropLimit(bidder.registrationId));
  return receiptOf(tx, standing, null);
}

async function leave(
  tx: Tx,
  { actor: { partyCode, personId } }: CommandContext,
  standing: Standing,
  limit: ReturnType<typeof parseCny>,
): Promise<LimitReceipt> {
  const { row, auction, bidder } = standing;
  const send = sender(tx);
  const { proxies: left, beyond } = await loadLimits(send, [row], bidder ? [bidder] : []);
  const at = await tx.marketTime();
  const beyondCap = bidder ? beyond.get(bidder.registrationId) : undefined;
  const facts = { ...factsOf(partyCode, bidder ?? undefined, auction), beyondCap };
  const isAllowed = row.policy.proxyBidding === 'on';
  const refused = refuseLeftLimit(auction.terms, auction.state, facts, { isAllowed, limit, at });
  if (refused) throw toRefusal(refused);
  if (!bidder) throw new Error(`nobody left a limit on ${row.id}`);
  const { registrationId } = bidder;
  const rank = auction.state.bidCount;
  await send(writeLimits([{ registrationId, limit, seq: rank, byPersonId: personId }], at));
  const proxies = new Proxies(left.get(row.id));
  proxies.set({ ...bidder, bidder: partyCode, limit, rank, byPersonId: personId });
  const bidders = new Map([[bidder.buyerId, bidder]]);
  const folded = foldLimit({ row, auction, bidders, proxies, beyond, at });
  await write(tx, row.id, folded, at);
  return receiptOf(tx, standing, folded);
}

/** What the market bid at once for whoever left a limit, or nothing. */
async function write(tx: Tx, listingId: string, folded: FoldedBids, at: Date): Promise<void> {
  const { bids, events, entered, after, uses } = folded;
  if (after === null) return;
  const send = sender(tx);
  await send(writeBids({ at, bids, events, entered: [...entered], after: [after] }));
  await send(useLimits(uses, at));
  tx.notify(listingTopic(listingId), { version: after.version.toString() });
}

async function receiptOf(
  tx: Tx,
  { row, auction, bidder }: Standing,
  folded: FoldedBids | null,
): Promise<LimitReceipt> {
  const limit = bidder && (await findLimit(tx, bidder.registrationId));
  const last = folded?.bids.at(-1);
  const after = folded?.after;
  const leaderId = after?.leaderId ?? row.leaderId;
  return {
    listingId: row.id,
    limit: limit && limitView(limit),
    leading: bidder !== null && leaderId === bidder.buyerId,
    minimumCny: last
      ? minimumAfter(auction, last.price, after?.ceilingReachedAt ?? null)
      : nextMinimum(auction, auction.state),
    version: Number(after?.version ?? row.version),
  };
}

const minimumAfter = (auction: Auction, price: bigint, ceilingReachedAt: Date | null): string | null =>
  ceilingReachedAt === null ? formatCny(price + auction.terms.step) : null;
