import { createHash } from 'node:crypto';
import type { practiceRoom } from '@muheng/contracts/bidding';
import { commitTo, draw, type DrawRecord } from '@muheng/contracts/common/draw';
import { type Fen, formatCny } from '@muheng/contracts/common/quantity';
import type { z } from 'zod';
import { sha256 } from '../../../listings/application/draw.js';
import {
  practiceMinutes,
  practiceStanding,
  type PracticeLine,
  type PracticeRound,
  type PracticeStanding,
  practiceTerms,
} from '../../domain/practice/practice-auction.js';
import { firstRobotSeat } from '../../domain/practice/robots.js';
import { minimumBid, phaseAt } from '../../domain/timed-bidding.js';
import type {
  PracticeActRow,
  PracticePlayerRow,
  PracticeRoomRow,
} from '../../persistence/practice.repository.js';

export type PracticeRoomView = z.input<typeof practiceRoom>;

/** A room with all that its round is made of. */
export interface PracticeParts {
  room: PracticeRoomRow;
  players: readonly PracticePlayerRow[];
  acts: readonly PracticeActRow[];
}

export const hashOfSeat = (secret: string): Buffer => createHash('sha256').update(secret).digest();

export const seatOf = (players: readonly PracticePlayerRow[], secret: string | null): number | null => {
  if (secret === null) return null;
  const hash = hashOfSeat(secret);
  return players.find((player) => player.secretHash.equals(hash))?.seat ?? null;
};

/** The round that a room plays; null before somebody has started it. */
export const roundOf = ({ room, acts }: PracticeParts): PracticeRound | null =>
  room.startedAt === null
    ? null
    : {
        startedAt: room.startedAt,
        seed: room.seed,
        robots: room.robots,
        acts: acts.map(({ seat, price, at }) => ({ seat, price: price as Fen | null, at })),
      };

function drawOf(room: PracticeRoomRow, { lines, outcome }: PracticeStanding): DrawRecord | null {
  if (outcome.outcome !== 'draw') return null;
  const log = lines.map(({ seq, seat, price, at }) => ({
    seq,
    bidder: String(seat),
    value: price === null ? '' : formatCny(price),
    at,
  }));
  return draw(sha256, 'ceiling', room.id, room.secret, log);
}

type Result = NonNullable<PracticeRoomView['result']>;

function resultOf({ outcome }: PracticeStanding, record: DrawRecord | null): Result | null {
  if (outcome.outcome === 'open') return null;
  const closedAt = outcome.closedAt.toISOString();
  if (outcome.outcome === 'failed') return { outcome: 'failed', priceCny: null, winnerSeat: null, closedAt };
  const winner = outcome.outcome === 'sold' ? outcome.bidder : record?.order[0];
  const priceCny = formatCny(outcome.price);
  return { outcome: outcome.outcome, priceCny, winnerSeat: Number(winner), closedAt };
}

/** The instant at which a room looks different without anybody acting: a robot's move, or the end of a phase. */
function nextChange({ terms, state, outcome, nextMoveAt }: PracticeStanding, now: Date): Date | null {
  if (outcome.outcome !== 'open') return null;
  const ends = [terms.listingBidsStopAt, terms.timedStartsAt, state.closesAt].filter((at) => at > now);
  const times = [...ends, ...(nextMoveAt ? [nextMoveAt] : [])].map((at) => at.getTime());
  return new Date(Math.min(...times));
}

const lineView = ({ seq, seat, price, phase, at }: PracticeLine): PracticeRoomView['lines'][number] => ({
  seq,
  seat,
  priceCny: price === null ? null : formatCny(price),
  phase,
  at: at.toISOString(),
});

function phaseOf(standing: PracticeStanding, now: Date): PracticeRoomView['phase'] {
  if (standing.outcome.outcome !== 'open') return 'over';
  const phase = phaseAt(standing.terms, standing.state, now);
  return phase === 'closed' || phase === 'not-open' ? 'over' : phase;
}

/** The room as it stands by its own clock, for whoever sits on `seat` (null watches). Names and numbers stay apart until the end. */
export function practiceView(parts: PracticeParts, seat: number | null): PracticeRoomView {
  const { room, players } = parts;
  const round = roundOf(parts);
  const standing = round && practiceStanding(round, room.now);
  const terms = standing?.terms ?? practiceTerms(room.now);
  const record = standing && drawOf(room, standing);
  const result = standing && resultOf(standing, record);
  const me = players.find((player) => player.seat === seat);
  const robots = Array.from({ length: room.robots }, (_, index) => firstRobotSeat + index);
  const seen = (each: number): number | null => (result !== null || each === seat ? each : null);
  return {
    code: room.code,
    round: room.round,
    phase: standing ? phaseOf(standing, room.now) : 'lobby',
    version: room.version,
    now: room.now.toISOString(),
    expiresAt: room.expiresAt.toISOString(),
    self: me ? { seat: me.seat, name: me.name, isHost: me.seat === 1 } : null,
    players: [
      ...players.map((each) => ({ name: each.name, seat: seen(each.seat), isHost: each.seat === 1 })),
      ...robots.map((robot) => ({ name: null, seat: seen(robot), isHost: false })),
    ],
    startPriceCny: formatCny(terms.start),
    stepCny: formatCny(terms.step),
    ceilingCny: formatCny(terms.ceiling ?? terms.start),
    listingMin: practiceMinutes.listing,
    askMin: practiceMinutes.ask,
    windowMin: practiceMinutes.window,
    drawCommitment: commitTo(sha256, room.id, room.secret),
    draw: record,
    result,
    ...roundView(standing, seat, room.now),
  };
}

type RoundView = Pick<
  PracticeRoomView,
  | 'startedAt'
  | 'listingEndsAt'
  | 'timedStartsAt'
  | 'closesAt'
  | 'lines'
  | 'minimumCny'
  | 'mayAcceptCeiling'
  | 'nextChangeAt'
>;

function roundView(standing: PracticeStanding | null, seat: number | null, now: Date): RoundView {
  if (standing === null) {
    const none = {
      startedAt: null,
      listingEndsAt: null,
      timedStartsAt: null,
      closesAt: null,
      nextChangeAt: null,
    };
    return { ...none, lines: [], minimumCny: null, mayAcceptCeiling: false };
  }
  const { terms, state, lines, outcome } = standing;
  const isOpen = outcome.outcome === 'open';
  const atCeiling = state.ceilingReachedAt !== null;
  const stands = lines.some(
    (line) => line.seat === seat && (line.price === null || line.price === terms.ceiling),
  );
  return {
    startedAt: terms.opensAt.toISOString(),
    listingEndsAt: terms.listingBidsStopAt.toISOString(),
    timedStartsAt: terms.timedStartsAt.toISOString(),
    closesAt: (isOpen ? state.closesAt : outcome.closedAt).toISOString(),
    lines: lines.map(lineView),
    minimumCny: isOpen && !atCeiling ? formatCny(minimumBid(terms, state)) : null,
    mayAcceptCeiling: isOpen && atCeiling && seat !== null && !stands,
    nextChangeAt: nextChange(standing, now)?.toISOString() ?? null,
  };
}
