import type { Fen } from '@muheng/contracts/common/quantity';
import { type AuctionState, type AuctionTerms, minimumBid } from '../timed-bidding.js';

/** A rival that fills a practice room up. What it does follows from the room's seed and log alone, so that it can be rerun. */
export interface Robot {
  seat: number;
  /** Up to where it bids. */
  limit: Fen;
}

export interface RobotMove {
  seat: number;
  /** Null accepts the ceiling. */
  price: Fen | null;
  at: Date;
}

/** Seats of robots begin here, above every person's. */
export const firstRobotSeat = 81;
const thinkMs = { least: 3_000, spread: 9_000 };

/** An even 32-bit number from a few whole numbers (a finaliser of MurmurHash3). */
function mixed(...values: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const value of values) {
    hash = Math.imul(hash ^ value, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** `count` robots with limits from three steps over the start up to the ceiling. */
export function robotsOf(terms: AuctionTerms, seed: number, count: number): Robot[] {
  const { start, step, ceiling } = terms;
  const steps = ceiling === null ? 10n : (ceiling - start) / step;
  return Array.from({ length: count }, (_, index) => {
    const over = 3n + (BigInt(mixed(seed, index)) % (steps - 2n));
    return { seat: firstRobotSeat + index, limit: (start + over * step) as Fen };
  });
}

/**
 * What the robots do next, if nobody does anything before: each thinks for three to twelve seconds after the last line of
 * the log, and not at all while nobody may bid. Null when none of them has anything left to do.
 */
export function nextRobotMove(
  { terms, state }: { terms: AuctionTerms; state: AuctionState },
  robots: readonly Robot[],
  log: { seed: number; lines: number; changedAt: Date; standing: ReadonlySet<number> },
): RobotMove | null {
  const moves = robots.flatMap((robot): RobotMove[] => {
    const price = wish(terms, state, robot, log.standing);
    if (price === undefined) return [];
    const think = thinkMs.least + (mixed(log.seed, robot.seat, log.lines) % thinkMs.spread);
    const soon = log.changedAt.getTime() + think;
    const pauses = soon >= terms.listingBidsStopAt.getTime() && soon < terms.timedStartsAt.getTime();
    const at = new Date(pauses ? terms.timedStartsAt.getTime() + think : soon);
    return at < state.closesAt ? [{ seat: robot.seat, price, at }] : [];
  });
  const [first] = moves.sort(
    (left, right) => left.at.getTime() - right.at.getTime() || left.seat - right.seat,
  );
  return first ?? null;
}

/** The price that a robot would bid now; null to accept the ceiling, undefined to do nothing. */
function wish(
  terms: AuctionTerms,
  state: AuctionState,
  { seat, limit }: Robot,
  standing: ReadonlySet<number>,
): Fen | null | undefined {
  if (state.leader?.bidder === String(seat)) return undefined;
  if (state.ceilingReachedAt !== null) {
    return terms.ceiling !== null && limit >= terms.ceiling && !standing.has(seat) ? null : undefined;
  }
  const price = minimumBid(terms, state);
  return price <= limit ? price : undefined;
}
