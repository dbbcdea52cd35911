import { addMinutes } from '@muheng/contracts/common/calendar';
import { isRefused } from '@muheng/contracts/common/problems';
import type { Fen } from '@muheng/contracts/common/quantity';
import {
  type AuctionState,
  type AuctionTerms,
  acceptCeiling,
  type BidderFacts,
  extendForOutage,
  openAuction,
  placeBid,
} from './timed-bidding.js';
import { afterPause, isNear, withoutPauses } from './replay-instants.js';

/** One line of a listing's bid log, accepted in this order. A bid has a price; an acceptance of the ceiling has none. */
export interface LogEntry {
  seq: number;
  bidder: string;
  price: Fen | null;
  at: Date;
}

/** Whatever moves an auction: bids, the regulator's word, and outages, in the order of the listing's log. */
export type ReplayStep =
  | ({ kind: 'bid' } & LogEntry)
  | { kind: 'pause'; at: Date }
  | { kind: 'resume'; at: Date; closesAt: Date | null }
  | { kind: 'outage'; from: Date; until: Date; closesAt: Date };

/** The instants that a pause moves. */
export interface Timed {
  terms: AuctionTerms;
  listingEndsAt: Date;
}

export interface Replay extends Timed {
  /** How the auction stood after each step. */
  states: readonly AuctionState[];
  state: AuctionState;
  /** In the order in which they came to the ceiling; empty when it was not reached. */
  candidates: readonly string[];
}

/** A step that the rule does not allow: log and rule disagree. */
export class ReplayFault extends Error {
  constructor(
    /** Its place in the steps, from 0. */
    readonly step: number,
    readonly why: string,
  ) {
    super(`step ${step}: ${why}`);
  }
}

const mapInstants = ({ terms, listingEndsAt }: Timed, move: (at: Date) => Date): Timed => ({
  terms: {
    ...terms,
    opensAt: move(terms.opensAt),
    listingBidsStopAt: move(terms.listingBidsStopAt),
    timedStartsAt: move(terms.timedStartsAt),
  },
  listingEndsAt: move(listingEndsAt),
});

/** The timetable as it was noticed: what stands now, with every pause taken out again. */
export function beforePauses(now: Timed, steps: readonly ReplayStep[]): Timed {
  return mapInstants(now, withoutPauses(steps));
}

interface Walk extends Timed {
  state: AuctionState;
  listingBidders: Set<string>;
  candidates: string[];
  pausedAt: Date | null;
}

/**
 * Runs an auction again from its log, step by step (reliability I10): the same steps give the same states. Throws
 * ReplayFault at the first step that could not have happened.
 */
export function replaySteps(
  begin: Timed,
  steps: readonly ReplayStep[],
  { firstClosesAt, outageSeconds }: { firstClosesAt?: Date; outageSeconds: number },
): Replay {
  const first = firstClosesAt ?? addMinutes(begin.terms.timedStartsAt, begin.terms.windowMin);
  const walk: Walk = {
    ...begin,
    state: openAuction(first),
    listingBidders: new Set(),
    candidates: [],
    pausedAt: null,
  };
  const states: AuctionState[] = [];
  for (const [place, step] of steps.entries()) {
    const fault = take(walk, step, outageSeconds);
    if (fault !== null) throw new ReplayFault(place, fault);
    states.push(walk.state);
  }
  const { terms, listingEndsAt, state, candidates } = walk;
  return { terms, listingEndsAt, states, state, candidates };
}

/** Takes one step; answers why it could not have happened, or null. */
function take(walk: Walk, step: ReplayStep, outageSeconds: number): string | null {
  switch (step.kind) {
    case 'bid':
      return bid(walk, step);
    case 'pause':
      walk.pausedAt = step.at;
      walk.state = { ...walk.state, isSuspended: true };
      return null;
    case 'resume':
      return resume(walk, step);
    case 'outage': {
      const extended = extendForOutage(walk.terms, walk.state, step, outageSeconds);
      if (!extended || !isNear(extended.state.closesAt, step.closesAt)) return 'outage';
      walk.state = { ...extended.state, closesAt: step.closesAt };
      return null;
    }
  }
}

function bid(walk: Walk, { bidder, price, at }: LogEntry): string | null {
  const { terms, state, listingBidders, candidates } = walk;
  const facts: BidderFacts = {
    bidder,
    hasBiddingRight: true,
    hasListingBid: listingBidders.has(bidder),
    hasAcceptedCeiling: candidates.includes(bidder),
    isOutsideCityWindow: false,
    depositClosesAt: terms.opensAt,
  };
  const answer =
    price === null ? acceptCeiling(terms, state, facts, at) : placeBid(terms, state, facts, { price, at });
  if (isRefused(answer)) return answer.refused;
  walk.state = answer.state;
  if (at < terms.listingBidsStopAt) listingBidders.add(bidder);
  if (price === terms.ceiling || price === null) candidates.push(bidder);
  return null;
}

function resume(walk: Walk, { at, closesAt }: Extract<ReplayStep, { kind: 'resume' }>): string | null {
  const from = walk.pausedAt;
  if (from === null) return 'resume';
  const move = afterPause(from, at);
  const moved = move(walk.state.closesAt);
  if (closesAt !== null && !isNear(moved, closesAt)) return 'resume';
  Object.assign(walk, mapInstants(walk, move));
  walk.pausedAt = null;
  walk.state = { ...walk.state, isSuspended: false, closesAt: closesAt ?? moved };
  return null;
}
