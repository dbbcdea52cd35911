import { addMinutes } from '@muheng/contracts/common/calendar';
import { isRefused, type Refused } from '@muheng/contracts/common/problems';
import type { Fen } from '@muheng/contracts/common/quantity';
import {
  acceptCeiling,
  type Accepted,
  type AuctionState,
  type AuctionTerms,
  type BidderFacts,
  type BidPhase,
  openAuction,
  type Outcome,
  outcomeAt,
  placeBid,
} from '../timed-bidding.js';
import { nextRobotMove, robotsOf } from './robots.js';

/** The numbers of every practice room, 分 and minutes: those of a small paddy lot, on a clock that people can sit through. */
const start = 3_000_000_000n as Fen;
const step = 150_000_000n as Fen;
const ceiling = 4_500_000_000n as Fen;
const minutes = { listing: 2, ask: 0.5, window: 1 } as const;

/** F1 as a practice room plays it, from the instant at which somebody started it. */
export function practiceTerms(startedAt: Date): AuctionTerms {
  const listingBidsStopAt = addMinutes(startedAt, minutes.listing);
  return {
    seller: 'PRACTICE',
    start,
    step,
    ceiling,
    opensAt: startedAt,
    listingBidsStopAt,
    timedStartsAt: addMinutes(listingBidsStopAt, minutes.ask),
    windowMin: minutes.window,
    entry: 'any-registered',
  };
}

/** What people did, in order. `price` null accepts the ceiling. */
export interface PracticeAct {
  seat: number;
  price: Fen | null;
  at: Date;
}

/** One line of a practice log, whoever made it. */
export interface PracticeLine extends PracticeAct {
  seq: number;
  phase: BidPhase;
}

/** All that a practice round is made of: what robots do and how it ends follow from it. */
export interface PracticeRound {
  startedAt: Date;
  seed: number;
  robots: number;
  acts: readonly PracticeAct[];
}

export interface PracticeStanding {
  terms: AuctionTerms;
  state: AuctionState;
  lines: PracticeLine[];
  outcome: Outcome;
  /** When a robot acts next, if nobody does anything before. */
  nextMoveAt: Date | null;
}

/**
 * How a round stands at `at`: the log of people's acts is folded by the market's own rules, and between them robots do
 * what they would have done, at the instants at which they would have. Nothing has to run for a round to go on.
 */
export function practiceStanding(round: PracticeRound, at: Date): PracticeStanding {
  return folded(round, at).standing(at);
}

/** Judges one person's act after everything before it, as `placeBid` and `acceptCeiling` say. */
export function judgePracticeAct(round: PracticeRound, act: PracticeAct): Refused | null {
  const answer = folded(round, act.at).judge(act);
  return isRefused(answer) ? answer : null;
}

function folded(round: PracticeRound, until: Date): Fold {
  const fold = new Fold(round);
  for (const act of round.acts) {
    fold.letRobots(act.at);
    const answer = fold.judge(act);
    if (isRefused(answer)) throw new Error(`a practice log that its own rules refuse: ${answer.refused}`);
    fold.take(act, answer);
  }
  fold.letRobots(until);
  return fold;
}

class Fold {
  private readonly terms: AuctionTerms;
  private readonly lines: PracticeLine[] = [];
  private readonly accepted = new Set<number>();
  private state: AuctionState;
  private changedAt: Date;

  constructor(private readonly round: PracticeRound) {
    this.terms = practiceTerms(round.startedAt);
    this.state = openAuction(addMinutes(this.terms.timedStartsAt, this.terms.windowMin));
    this.changedAt = round.startedAt;
  }

  /** Robots act up to and at `until`; each line of the log makes them think anew. */
  letRobots(until: Date): void {
    for (;;) {
      const move = this.nextMove();
      if (move === null || move.at > until) return;
      const answer = this.judge(move);
      // What the rules refuse a robot it never does again: nothing changes until somebody else acts.
      if (isRefused(answer)) return;
      this.take(move, answer);
    }
  }

  judge({ seat, price, at }: PracticeAct): Accepted | Refused {
    const facts: BidderFacts = {
      bidder: String(seat),
      hasBiddingRight: true,
      hasListingBid: true,
      hasAcceptedCeiling: this.accepted.has(seat),
      isOutsideCityWindow: false,
      depositClosesAt: this.state.closesAt,
    };
    if (price === null) return acceptCeiling(this.terms, this.state, facts, at);
    return placeBid(this.terms, this.state, facts, { price, at });
  }

  take(act: PracticeAct, { state, events }: Accepted): void {
    const [first] = events;
    const phase = first?.event === 'bid-accepted' ? first.phase : 'ceiling';
    if (act.price === null) this.accepted.add(act.seat);
    this.lines.push({ ...act, seq: this.lines.length + 1, phase });
    this.state = state;
    this.changedAt = act.at;
  }

  standing(at: Date): PracticeStanding {
    const { terms, state, lines } = this;
    const outcome = outcomeAt(terms, state, terms.timedStartsAt, at);
    const nextMoveAt = outcome.outcome === 'open' ? (this.nextMove()?.at ?? null) : null;
    return { terms, state, lines, outcome, nextMoveAt };
  }

  private nextMove() {
    const { terms, state, round, lines, changedAt, accepted: standing } = this;
    const robots = robotsOf(terms, round.seed, round.robots);
    return nextRobotMove({ terms, state }, robots, {
      seed: round.seed,
      lines: lines.length,
      changedAt,
      standing,
    });
  }
}

/** Robots that join when a round starts: as many as it takes for three to bid. */
export const robotsFor = (people: number): number => Math.max(0, 3 - people);

export const practiceMinutes = minutes;

/**
 * The next instant to which a practice clock may jump: the start of timed bidding, then the end of the running window.
 * Null when the round is over.
 */
export function nextMoment({ terms, state, outcome }: PracticeStanding, at: Date): Date | null {
  if (outcome.outcome !== 'open') return null;
  return at < terms.timedStartsAt && state.ceilingReachedAt === null ? terms.timedStartsAt : state.closesAt;
}
