import { addMinutes } from '@muheng/contracts/common/calendar';
import { type Refused, refuse } from '@muheng/contracts/common/problems';
import { type Fen, formatCny } from '@muheng/contracts/common/quantity';

/**
 * F1, listing and timed bidding (domain §11), as a fold over commands. Prices are 分 for the whole listing. Every
 * interval is [from, to): a bid at the very instant of a close is late. The caller holds the listing's row lock and
 * passes the database's time.
 */

/** What the notice fixed. */
export interface AuctionTerms {
  seller: string;
  start: Fen;
  step: Fen;
  ceiling: Fen | null;
  opensAt: Date;
  listingBidsStopAt: Date;
  timedStartsAt: Date;
  /** W of rule F1.5, in minutes. */
  windowMin: number;
  entry: 'listing-bid' | 'any-registered';
}

/** What has happened so far: scalars only, so that a row of the listing table holds it. */
export interface AuctionState {
  leader: { bidder: string; price: Fen } | null;
  /** Accepted bids so far; the next one's number is one more. */
  bidCount: number;
  /** The end of the running window; before timed bidding, of the first one. */
  closesAt: Date;
  ceilingReachedAt: Date | null;
  /** Bidders at the ceiling, the first one included. */
  candidateCount: number;
  closedAt: Date | null;
  isSuspended: boolean;
}

/** What is known about who bids, read under the same lock. */
export interface BidderFacts {
  bidder: string;
  /** Registered, qualified, deposit paid. */
  hasBiddingRight: boolean;
  hasListingBid: boolean;
  hasAcceptedCeiling: boolean;
  /** The listing stands in the city window and this bidder is of another city. */
  isOutsideCityWindow: boolean;
  depositClosesAt: Date;
  /** Why the purchase would be more than the bidder lacks (domain §9); absent where nothing speaks against it. */
  beyondCap?: Refused | undefined;
}

export interface BidCommand {
  price: Fen;
  at: Date;
}

export type AuctionEvent =
  | { event: 'bid-accepted'; seq: number; bidder: string; price: Fen; phase: BidPhase; at: Date }
  | { event: 'window-restarted'; closesAt: Date }
  | { event: 'ceiling-reached'; bidder: string; closesAt: Date }
  | { event: 'ceiling-accepted'; bidder: string; at: Date };

export interface Accepted {
  state: AuctionState;
  events: AuctionEvent[];
}

export type BidPhase = 'listing' | 'timed' | 'ceiling';
export type AuctionPhase = 'not-open' | 'listing' | 'asking' | 'timed' | 'ceiling' | 'closed';

/** The state in which a listing opens. */
export const openAuction = (firstClosesAt: Date): AuctionState => ({
  leader: null,
  bidCount: 0,
  closesAt: firstClosesAt,
  ceilingReachedAt: null,
  candidateCount: 0,
  closedAt: null,
  isSuspended: false,
});

/** Where the auction stands at an instant: the clock and the log decide, never a job that ran or did not run. */
export function phaseAt(terms: AuctionTerms, state: AuctionState, at: Date): AuctionPhase {
  if (state.closedAt !== null || at >= state.closesAt) return 'closed';
  if (at < terms.opensAt) return 'not-open';
  if (state.ceilingReachedAt !== null) return 'ceiling';
  if (at < terms.listingBidsStopAt) return 'listing';
  return at < terms.timedStartsAt ? 'asking' : 'timed';
}

/** The least that the next bid may be: the start price, then the leader's price and a step (F1.1). */
export const minimumBid = (terms: AuctionTerms, state: AuctionState): Fen =>
  state.leader === null ? terms.start : ((state.leader.price + terms.step) as Fen);

/** Who may bid in timed bidding (F1.4). */
export const hasEntered = (
  terms: AuctionTerms,
  facts: Pick<BidderFacts, 'hasBiddingRight' | 'hasListingBid'>,
): boolean => facts.hasBiddingRight && (terms.entry === 'any-registered' || facts.hasListingBid);

/**
 * Judges one bid. Refusals come in the order of replay.md: closed, own listing, registered, right to bid now, more
 * than it lacks, above ceiling, below minimum, off step. At the ceiling a bid falls below the minimum: only acceptance is left.
 */
export function placeBid(
  terms: AuctionTerms,
  state: AuctionState,
  facts: BidderFacts,
  { price, at }: BidCommand,
): Accepted | Refused {
  return (
    refuseBidder(terms, state, facts, at) ??
    facts.beyondCap ??
    refusePrice(terms, state, price) ??
    acceptBid(terms, state, facts.bidder, { price, at })
  );
}

/** Whether somebody may bid now, whatever the price: closed, own listing, registered, right to bid now. */
export function refuseBidder(
  terms: AuctionTerms,
  state: AuctionState,
  facts: BidderFacts,
  at: Date,
): Refused | null {
  const phase = phaseAt(terms, state, at);
  if (phase === 'closed')
    return refuse('bidding.closed', { closedAt: iso(state.closedAt ?? state.closesAt) });
  if (facts.bidder === terms.seller) return refuse('bidding.own-listing');
  if (!facts.hasBiddingRight) {
    const params = { bidder: facts.bidder, depositCloseAt: iso(facts.depositClosesAt) };
    return refuse('bidding.not-registered', params);
  }
  return refuseMoment(terms, state, facts, phase);
}

/** The right to bid now: the window, then who has entered timed bidding. */
function refuseMoment(
  terms: AuctionTerms,
  state: AuctionState,
  facts: BidderFacts,
  phase: AuctionPhase,
): Refused | null {
  const notNow = (cause: string, from: Date | null): Refused =>
    refuse('bidding.not-in-window', { cause, from: from ? iso(from) : '' });
  if (state.isSuspended) return notNow('suspended', null);
  if (phase === 'not-open') return notNow('not-yet-open', terms.opensAt);
  if (facts.isOutsideCityWindow) return notNow('city-window', null);
  if (phase === 'asking') return notNow('listing-bids-stopped', terms.timedStartsAt);
  if (phase === 'listing' || mayStillEnter(terms, state)) return null;
  return hasEntered(terms, facts) ? null : refuse('bidding.not-entered', { bidder: facts.bidder });
}

/**
 * A ceiling reached while the listing was open leaves the others no bid to make, so that all who are registered may
 * still accept it, until the first timed window would have closed.
 */
const mayStillEnter = (terms: AuctionTerms, state: AuctionState): boolean =>
  state.ceilingReachedAt !== null && state.ceilingReachedAt < terms.listingBidsStopAt;

function refusePrice(terms: AuctionTerms, state: AuctionState, price: Fen): Refused | null {
  const { start, step, ceiling } = terms;
  if (ceiling !== null && price > ceiling) {
    return refuse('bidding.above-ceiling', {
      priceCny: formatCny(price),
      ceilingCny: formatCny(ceiling),
      excessCny: formatCny(price - ceiling),
    });
  }
  const minimum = minimumBid(terms, state);
  if (price < minimum) {
    return refuse('bidding.below-minimum', {
      priceCny: formatCny(price),
      minimumCny: formatCny(minimum),
      missingCny: formatCny(minimum - price),
    });
  }
  const off = (price - start) % step;
  if (off === 0n || price === ceiling) return null;
  return refuse('bidding.not-on-step', {
    priceCny: formatCny(price),
    stepCny: formatCny(step),
    lowerCny: formatCny(price - off),
    upperCny: formatCny(nextOnStep(price - off + step, ceiling)),
  });
}

const nextOnStep = (price: bigint, ceiling: bigint | null): bigint =>
  ceiling !== null && price > ceiling ? ceiling : price;

/** An accepted bid restarts the window in timed bidding (F1.5); the first at the ceiling opens acceptance (F1.7). */
function acceptBid(
  terms: AuctionTerms,
  state: AuctionState,
  bidder: string,
  { price, at }: BidCommand,
): Accepted {
  const phase: BidPhase = at < terms.timedStartsAt ? 'listing' : 'timed';
  const closesAt = phase === 'timed' ? addMinutes(at, terms.windowMin) : state.closesAt;
  const atCeiling = price === terms.ceiling;
  const seq = state.bidCount + 1;
  const events: AuctionEvent[] = [{ event: 'bid-accepted', seq, bidder, price, phase, at }];
  if (atCeiling) events.push({ event: 'ceiling-reached', bidder, closesAt });
  else if (phase === 'timed') events.push({ event: 'window-restarted', closesAt });
  return {
    state: {
      ...state,
      leader: { bidder, price },
      bidCount: seq,
      closesAt,
      ceilingReachedAt: atCeiling ? at : state.ceilingReachedAt,
      candidateCount: atCeiling ? 1 : state.candidateCount,
    },
    events,
  };
}

/** Registers acceptance at the ceiling; it does not restart the window (F1.7). */
export function acceptCeiling(
  terms: AuctionTerms,
  state: AuctionState,
  facts: BidderFacts,
  at: Date,
): Accepted | Refused {
  const refused = refuseBidder(terms, state, facts, at);
  if (refused) return refused;
  if (state.ceilingReachedAt === null || state.leader === null) return refuse('bidding.ceiling-not-reached');
  if (facts.hasAcceptedCeiling || facts.bidder === state.leader.bidder) {
    return refuse('bidding.already-accepted', { bidder: facts.bidder });
  }
  return {
    state: { ...state, candidateCount: state.candidateCount + 1 },
    events: [{ event: 'ceiling-accepted', bidder: facts.bidder, at }],
  };
}

export type Outcome =
  | { outcome: 'open'; until: Date }
  | { outcome: 'sold'; bidder: string; price: Fen; closedAt: Date }
  | { outcome: 'draw'; price: Fen; closedAt: Date }
  | { outcome: 'failed'; closedAt: Date };

/**
 * How the auction stands at `at` (F1.6, F1.7): the leader wins when a window passes silent, two or more at the ceiling
 * are drawn, and without a bid it fails: at listing end where only listing bidders may go on, else after the window.
 */
export function outcomeAt(terms: AuctionTerms, state: AuctionState, listingEndsAt: Date, at: Date): Outcome {
  const { leader } = state;
  const nobodyCanEnter = leader === null && terms.entry === 'listing-bid';
  const closedAt = state.closedAt ?? (nobodyCanEnter ? listingEndsAt : state.closesAt);
  if (state.isSuspended || at < closedAt) return { outcome: 'open', until: closedAt };
  if (leader === null) return { outcome: 'failed', closedAt };
  if (state.candidateCount > 1) return { outcome: 'draw', price: leader.price, closedAt };
  return { outcome: 'sold', bidder: leader.bidder, price: leader.price, closedAt };
}

/**
 * The outage rule (domain §16 `outageSeconds`): when bidding was impossible for longer than the policy bears within the
 * final window, the window starts anew once bidding is possible again. Null when nothing has to change.
 */
export function extendForOutage(
  terms: AuctionTerms,
  state: AuctionState,
  outage: { from: Date; until: Date },
  outageSeconds: number,
): Accepted | null {
  const from = Math.max(outage.from.getTime(), terms.timedStartsAt.getTime());
  const until = Math.min(outage.until.getTime(), state.closesAt.getTime());
  if (state.closedAt !== null || until - from <= outageSeconds * 1_000) return null;
  const closesAt = addMinutes(outage.until, terms.windowMin);
  if (closesAt <= state.closesAt) return null;
  return { state: { ...state, closesAt }, events: [{ event: 'window-restarted', closesAt }] };
}

const iso = (at: Date): string => at.toISOString();
