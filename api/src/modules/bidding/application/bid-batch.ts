import type { bidReceipt } from '@muheng/contracts/bidding';
import { isRefused } from '@muheng/contracts/common/problems';
import { formatCny, parseCny } from '@muheng/contracts/common/quantity';
import type { z } from 'zod';
import { toRefusal } from '../../../kernel/errors/decided.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Envelope, Outcome } from '../../../kernel/unit-of-work/batch-of-work.js';
import type { ListingEventKind } from '../../listings/application/listing-log.js';
import { type Accepted, type AuctionState, minimumBid, placeBid } from '../domain/timed-bidding.js';
import type { AuctionRow, BidderRow } from '../persistence/auction.repository.js';
import type { AuctionAfter, NewBid, NewEvent } from '../persistence/bid-batch.repository.js';
import { type Auction, factsOf } from './auction.js';

export type Receipt = z.input<typeof bidReceipt>;

export interface BidInput {
  listingId: string;
  priceCny: string;
}

export interface FoldedBids {
  outcomes: Outcome<Receipt>[];
  bids: NewBid[];
  events: NewEvent[];
  /** Registrations that may go on to timed bidding by these bids. */
  entered: Set<string>;
  /** Null when every bid was refused: nothing is written. */
  after: AuctionAfter | null;
}

interface Batch {
  row: AuctionRow;
  auction: Auction;
  bidders: ReadonlyMap<string, BidderRow>;
  at: Date;
}

/** The lowest bid that counts now, or null when only acceptance of the ceiling is left. */
export const nextMinimum = (auction: Auction, state: AuctionState): string | null =>
  state.ceilingReachedAt === null ? formatCny(minimumBid(auction.terms, state)) : null;

const priceRefusals = new Set(['bidding.below-minimum', 'bidding.not-on-step', 'bidding.above-ceiling']);

/** Folds bids over the auction in their order of arrival, all at one instant of the database's clock. */
export function foldBids(
  { row, auction, bidders, at }: Batch,
  envelopes: readonly Envelope<BidInput>[],
): FoldedBids {
  const folded: FoldedBids = { outcomes: [], bids: [], events: [], entered: new Set(), after: null };
  let state = auction.state;
  let status: string = row.status;
  let version = row.version;
  const emit = (event: ListingEventKind, payload: object): void => {
    version += 1n;
    folded.events.push({ listingId: row.id, version, event, payload });
  };
  for (const envelope of envelopes) {
    const { actor, key } = envelope.context;
    const bidder = bidders.get(actor.partyId ?? '');
    const price = parseCny(envelope.input.priceCny);
    const answer = placeBid(auction.terms, state, factsOf(actor.partyCode, bidder, auction), { price, at });
    if (isRefused(answer) || !bidder) {
      folded.outcomes.push({ ok: false, refusal: refusalOf(answer, auction, state) });
      continue;
    }
    state = answer.state;
    const taken = acceptedBid(answer, bidder, {
      id: key,
      listingId: row.id,
      byPersonId: actor.personId,
      price,
    });
    folded.bids.push(taken);
    if (taken.phase === 'listing' && !bidder.enteredTimed) folded.entered.add(bidder.registrationId);
    const reached = statusAfter(state, taken.phase, status);
    const closesAt = state.closesAt.toISOString();
    if (reached !== status && reached !== 'ceiling-reached') {
      emit('phase.changed', { status: reached, closesAt });
    }
    status = reached;
    const payload = payloadOf(taken, auction, state, at);
    emit('bid.accepted', payload);
    const bidVersion = Number(version);
    if (reached === 'ceiling-reached') emit('ceiling.reached', { status, closesAt });
    const { bidCount: _count, ...receipt } = payload;
    folded.outcomes.push({
      ok: true,
      replayed: false,
      result: { id: key, listingId: row.id, ...receipt, version: bidVersion },
    });
    folded.after = afterOf(taken, state, status, version);
  }
  return folded;
}

function refusalOf(answer: ReturnType<typeof placeBid>, auction: Auction, state: AuctionState): Refusal {
  if (!isRefused(answer)) throw new Error('a bid of nobody was accepted');
  const refusal = toRefusal(answer);
  const minimumCny = nextMinimum(auction, state);
  if (!priceRefusals.has(refusal.code) || minimumCny === null) return refusal;
  return new Refusal(refusal.code, { params: { ...refusal.params, minimumCny }, pointer: '/priceCny' });
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

/** The status that a listing has by right after a bid, whatever the worker has done so far. */
const statusAfter = (state: AuctionState, phase: NewBid['phase'], before: string): string => {
  if (state.ceilingReachedAt !== null) return 'ceiling-reached';
  if (phase === 'timed') return 'timed-bidding';
  return before === 'prefecture-window' ? before : 'listing-open';
};

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
