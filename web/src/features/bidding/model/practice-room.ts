import { parseCny } from '@muheng/contracts/common/quantity';
import type { PracticeRoomWire } from '../api/practice.js';
import type { AuctionRoomModel, RoomBid, RoomLot, RoomPhase } from './auction-room.js';
import { drawNumbers } from './draw-numbers.js';

/** The words of the practice lot, in the reader's language. */
export type PracticeWords = Pick<RoomLot, 'number' | 'title' | 'sellerName' | 'policyVersion'>;

const phaseOf: Readonly<Record<PracticeRoomWire['phase'], RoomPhase>> = {
  lobby: 'upcoming',
  listing: 'open',
  asking: 'open',
  timed: 'timed',
  ceiling: 'ceiling',
  over: 'sold',
};

const two = (seat: number): string => String(seat).padStart(2, '0');
const minuteMs = 60_000;

/** A practice room as the auction's own page shows it. */
export function practiceModelOf(room: PracticeRoomWire, words: PracticeWords): AuctionRoomModel {
  const bids = bidsOf(room);
  const failed = room.result?.outcome === 'failed';
  const winner = room.result?.winnerSeat;
  return {
    listingId: `practice-${room.code}`,
    version: room.version,
    phase: failed ? 'failed' : phaseOf[room.phase],
    lot: lotOf(room, words),
    chartFrom:
      (bids.some((bid) => bid.at >= (room.timedStartsAt ?? '')) ? room.timedStartsAt : room.startedAt) ??
      room.now,
    deadline: deadlineOf(room),
    roundStart: roundStartOf(room),
    extensions: room.lines.filter((line) => line.phase === 'timed').length,
    bids,
    bidCount: bids.length,
    spectators: null,
    bidders: room.players.length,
    seat: seatOf(room, bids),
    winner: winner === null || winner === undefined ? null : two(winner),
    draw: room.draw,
    drawNumbers: drawNumbers(room.draw, new Map(room.lines.map(({ seq, seat }) => [seq, two(seat)]))),
    ceiling: ceilingOf(room),
    proxy: null,
    suspension: null,
  };
}

const bidsOf = ({ lines, self }: PracticeRoomWire): RoomBid[] =>
  lines.flatMap(({ seq, seat, priceCny, at }) =>
    priceCny === null ? [] : [{ sequence: seq, bidder: two(seat), mine: seat === self?.seat, priceCny, at }],
  );

function deadlineOf(room: PracticeRoomWire): string | null {
  if (room.phase === 'listing') return room.listingEndsAt;
  return room.phase === 'asking' ? room.timedStartsAt : room.closesAt;
}

function roundStartOf(room: PracticeRoomWire): string | null {
  if (room.phase === 'listing') return room.startedAt;
  if (room.phase === 'asking') return room.listingEndsAt;
  if (room.closesAt === null || room.phase === 'over') return null;
  return new Date(Date.parse(room.closesAt) - room.windowMin * minuteMs).toISOString();
}

function ceilingOf({ phase, mayAcceptCeiling, self }: PracticeRoomWire): AuctionRoomModel['ceiling'] {
  if (phase !== 'ceiling' || self === null) return null;
  return mayAcceptCeiling ? 'may-accept' : 'accepted';
}

function lotOf(room: PracticeRoomWire, words: PracticeWords): RoomLot {
  return {
    ...words,
    batch: words.number,
    qualityGrade: 8,
    kgPerMu: '800',
    areaHa: '40.0000',
    paddyHa: '40.0000',
    capacityKg: '480000.0000',
    startPriceCny: room.startPriceCny,
    stepCny: room.stepCny,
    ceilingCny: room.ceilingCny,
    hasReserve: false,
    depositCny: '6000000.00',
    feeCny: '0.00',
    windowMinutes: room.windowMin,
    drawCommitment: room.drawCommitment,
    noticeHref: '/rules',
    rulesHref: '/rules',
  };
}

function seatOf({ self }: PracticeRoomWire, bids: readonly RoomBid[]): AuctionRoomModel['seat'] {
  if (self === null) return null;
  const last = bids.filter((bid) => bid.mine).at(-1);
  return {
    bidder: two(self.seat),
    depositPaidCny: '6000000.00',
    authorityCny: null,
    lastReceipt: last ? { ...last, milliseconds: null } : null,
  };
}

/** The newest bid of a seat: what the market answers to somebody who has just bid. */
export function lastBidOf({
  lines,
  self,
}: PracticeRoomWire): { sequence: number; price: bigint; at: string } | null {
  const line = lines.findLast((each) => each.seat === self?.seat && each.priceCny !== null);
  return line?.priceCny ? { sequence: line.seq, price: parseCny(line.priceCny), at: line.at } : null;
}
