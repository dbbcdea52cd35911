import type { bidReceipt } from '@muheng/contracts/bidding';
import { nextFormStage } from '@muheng/contracts/common/form-lifecycles';
import { isRefused, type Refused } from '@muheng/contracts/common/problems';
import { type Fen, formatCny, parseCny } from '@muheng/contracts/common/quantity';
import type { ListingStatus } from '@muheng/contracts/common/statuses';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { decided, toRefusal } from '../../../kernel/errors/decided.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Envelope, Outcome } from '../../../kernel/unit-of-work/batch-of-work.js';
import type { ListingEventKind } from '../../listings/application/listing-log.js';
import { refuseLimit } from '../domain/proxy-limits.js';
import { type Accepted, type AuctionState, minimumBid, placeBid } from '../domain/timed-bidding.js';
import type { AuctionRow, BidderRow } from '../persistence/auction.repository.js';
import type { AuctionAfter, NewBid, NewEvent } from '../persistence/bid-batch.repository.js';
import type { LimitUse, NewLimit } from '../persistence/proxy.repository.js';
import { type Auction, factsOf } from './auction.js';
import type { Proxies } from './proxies.js';

export type Receipt = z.input<typeof bidReceipt>;

export interface BidInput {
  listingId: string;
  priceCny: string;
  /** Absent, not undefined, where the bidder named none: the input's hash is made of it. */
  maxPriceCny?: string;
}

export interface FoldedBids {
  outcomes: Outcome<Receipt>[];
  bids: NewBid[];
  events: NewEvent[];
  /** Registrations that may go on to timed bidding by these bids. */
  entered: Set<string>;
  /** By registration: of two in one batch the later one counts. */
  limits: Map<string, NewLimit>;
  /** Bids that the market made by limits. */
  uses: LimitUse[];
  /** Null when every bid was refused: nothing is written. */
  after: AuctionAfter | null;
}

interface Batch {
  row: AuctionRow;
  auction: Auction;
  bidders: ReadonlyMap<string, BidderRow>;
  proxies: Proxies;
  /** By registration. */
  beyond: ReadonlyMap<string, Refused>;
  at: Date;
}

/** The lowest bid that counts now, or null when only acceptance of the ceiling is left. */
export const nextMinimum = (auction: Auction, state: AuctionState): string | null =>
  state.ceilingReachedAt === null ? formatCny(minimumBid(auction.terms, state)) : null;

const priceRefusals = new Set(['bidding.below-minimum', 'bidding.not-on-step', 'bidding.above-ceiling']);

/**
 * Folds bids over the auction in their order of arrival, all at one instant of the database's clock. After each accepted
 * bid the market answers for whoever left it a limit.
 */
export function foldBids(batch: Batch, envelopes: readonly Envelope<BidInput>[]): FoldedBids {
  const fold = new Fold(batch);
  for (const envelope of envelopes) {
    fold.folded.outcomes.push(fold.judge(envelope));
    fold.answerByProxy();
  }
  return fold.folded;
}

/** Folds a limit over the auction that was left apart from a bid: the market answers for it at once. */
export function foldLimit(batch: Batch): FoldedBids {
  const fold = new Fold(batch);
  fold.answerByProxy();
  return fold.folded;
}

class Fold {
  readonly folded: FoldedBids = {
    outcomes: [],
    bids: [],
    events: [],
    entered: new Set(),
    limits: new Map(),
    uses: [],
    after: null,
  };
  private state: AuctionState;
  private status: ListingStatus;
  private version: bigint;

  constructor(private readonly batch: Batch) {
    this.state = batch.auction.state;
    this.status = batch.row.status;
    this.version = batch.row.version;
  }

  judge({ context: { actor, key }, input }: Envelope<BidInput>): Outcome<Receipt> {
    const { row, auction, bidders } = this.batch;
    const bidder = bidders.get(actor.partyId ?? '');
    const price = parseCny(input.priceCny);
    const limit = input.maxPriceCny === undefined ? null : parseCny(input.maxPriceCny);
    const answer = this.ask(actor.partyCode, bidder, price);
    if (isRefused(answer) || !bidder) return { ok: false, refusal: this.refusalOf(answer) };
    const refused = limit && refuseLimit(auction.terms, row.policy.proxyBidding === 'on', { price, limit });
    if (refused) return { ok: false, refusal: toRefusal(refused) };
    const { personId: byPersonId } = actor;
    const receipt = this.take(answer, bidder, { id: key, listingId: row.id, byPersonId, price });
    if (limit !== null) {
      const { registrationId } = bidder;
      this.folded.limits.set(registrationId, { registrationId, limit, seq: receipt.seq, byPersonId });
      this.batch.proxies.set({ ...bidder, bidder: actor.partyCode, limit, rank: receipt.seq, byPersonId });
    }
    return { ok: true, replayed: false, result: receipt };
  }

  /** What the market bids by the limits that were left with it: one bid at most, whose sender is who left the limit. */
  answerByProxy(): void {
    const { auction, proxies, row } = this.batch;
    for (;;) {
      const next = proxies.next(auction.terms, this.state);
      if (next === null) return;
      const { holder, price } = next;
      const answer = this.ask(holder.bidder, holder, price);
      // Who may not bid any more is passed over; the next limit may still answer.
      if (isRefused(answer)) proxies.drop(holder.bidder);
      else {
        const given = { id: uuidv7(), listingId: row.id, byPersonId: holder.byPersonId, price };
        const { seq } = this.take(answer, holder, given);
        this.folded.uses.push({ registrationId: holder.registrationId, seq });
      }
    }
  }

  private ask(code: string, bidder: BidderRow | undefined, price: Fen): Accepted | Refused {
    const { auction, beyond, at } = this.batch;
    const beyondCap = bidder && beyond.get(bidder.registrationId);
    const facts = { ...factsOf(code, bidder, auction), beyondCap };
    return placeBid(auction.terms, this.state, facts, { price, at });
  }

  private take(
    answer: Accepted,
    bidder: BidderRow,
    given: Pick<NewBid, 'id' | 'listingId' | 'byPersonId' | 'price'>,
  ): Receipt {
    this.state = answer.state;
    const taken = acceptedBid(answer, bidder, given);
    this.folded.bids.push(taken);
    if (taken.phase === 'listing' && !bidder.enteredTimed) this.folded.entered.add(bidder.registrationId);
    const reached = statusAfter(this.state, taken.phase, this.status);
    const closesAt = this.state.closesAt.toISOString();
    if (reached !== this.status && reached !== 'ceiling-reached') {
      this.emit('phase.changed', { status: reached, closesAt });
    }
    this.status = reached;
    const payload = payloadOf(taken, this.batch.auction, this.state, this.batch.at);
    this.emit('bid.accepted', payload);
    const bidVersion = Number(this.version);
    if (reached === 'ceiling-reached') this.emit('ceiling.reached', { status: reached, closesAt });
    this.folded.after = afterOf(taken, this.state, this.status, this.version);
    const { bidCount: _count, ...receipt } = payload;
    return { id: given.id, listingId: given.listingId, ...receipt, version: bidVersion };
  }

  private emit(event: ListingEventKind, payload: object): void {
    this.version += 1n;
    this.folded.events.push({ listingId: this.batch.row.id, version: this.version, event, payload });
  }

  private refusalOf(answer: Accepted | Refused): Refusal {
    if (!isRefused(answer)) throw new Error('a bid of nobody was accepted');
    const refusal = toRefusal(answer);
    const minimumCny = nextMinimum(this.batch.auction, this.state);
    if (!priceRefusals.has(refusal.code) || minimumCny === null) return refusal;
    return new Refusal(refusal.code, { params: { ...refusal.params, minimumCny }, pointer: '/priceCny' });
  }
}

function acceptedBid(
  answer: Accepted,
  { buyerId, regionCode, bidderNo }: BidderRow,
  given: Pick<NewBid, 'id' | 'listingId' | 'byPersonId' | 'price'>,
): NewBid {
  const [first] = answer.events;
  if (first?.event !== 'bid-accepted') throw new Error('an accepted bid without its event');
  return { ...given, seq: first.seq, buyerId, regionCode, bidderNo, phase: first.phase };
}

/** The status that a listing has by right after a bid, whatever the worker has done so far: by the table of its form. */
function statusAfter(state: AuctionState, phase: NewBid['phase'], before: ListingStatus): ListingStatus {
  const bid = phase === 'timed' ? 'timed-bid' : 'bid';
  const event = state.ceilingReachedAt === null ? bid : 'reach-ceiling';
  // A seal is no bid of this form, so that every stage of it is a status.
  return decided(nextFormStage('timed-bidding', before, event)) as ListingStatus;
}

const payloadOf = (bid: NewBid, auction: Auction, state: AuctionState, at: Date) => ({
  seq: bid.seq,
  bidderNo: bid.bidderNo,
  priceCny: formatCny(bid.price),
  phase: bid.phase,
  acceptedAt: at.toISOString(),
  minimumCny: nextMinimum(auction, state),
  closesAt: state.closesAt.toISOString(),
  bidCount: state.bidCount,
});

const afterOf = (bid: NewBid, state: AuctionState, status: string, version: bigint): AuctionAfter => ({
  listingId: bid.listingId,
  status,
  price: bid.price,
  leaderId: bid.buyerId,
  leaderNo: bid.bidderNo,
  bidCount: state.bidCount,
  version,
  closesAt: state.closesAt,
  ceilingReachedAt: state.ceilingReachedAt,
});
