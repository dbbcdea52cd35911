import type { Room } from '../api/room.js';
import type { AuctionRoomModel, RoomBid, RoomLot, RoomPhase, RoomSeat } from './auction-room.js';
import { drawNumbers } from './draw-numbers.js';

const phaseOf: Readonly<Record<Room['phase'], RoomPhase | null>> = {
  'not-open': 'upcoming',
  listing: 'open',
  pause: 'open',
  ask: 'open',
  timed: 'timed',
  ceiling: 'ceiling',
  draw: 'draw',
  suspended: 'suspended',
  closing: 'timed',
  ended: null,
};

/** The room's model from the snapshot, in the reader's language. */
export function roomModelOf(room: Room, chinese: boolean): AuctionRoomModel {
  const bids = bidsOf(room);
  return {
    listingId: room.listingId,
    version: room.version,
    phase: phaseOf[room.phase] ?? endOf(room),
    lot: lotOf(room, chinese),
    chartFrom: chartFromOf(room),
    deadline: deadlineOf(room),
    roundStart: roundStartOf(room),
    extensions: room.ladder.filter((bid) => bid.phase === 'timed').length,
    bids,
    bidCount: room.bidCount,
    spectators: null,
    bidders: room.bidders,
    seat: seatOf(room, bids),
    winner: room.result?.winnerNo == null ? null : two(room.result.winnerNo),
    draw: room.draw,
    drawNumbers: drawNumbers(
      room.draw,
      new Map(room.ladder.map(({ seq, bidderNo }) => [seq, two(bidderNo)])),
    ),
    ceiling: ceilingOf(room),
    proxy: proxyOf(room),
    suspension: room.suspendedBecause ?? null,
  };
}

function proxyOf({ self, takesLimits }: Room): AuctionRoomModel['proxy'] {
  if (!takesLimits || self?.status !== 'bidding-right') return null;
  const { limit } = self;
  if (limit === null) return { limit };
  const { maxPriceCny, setAt, uses, lastUsedSeq, lastUsedAt } = limit;
  const lastUsed =
    lastUsedSeq === null || lastUsedAt === null ? null : { sequence: lastUsedSeq, at: lastUsedAt };
  return { limit: { maxPriceCny, setAt, uses, lastUsed } };
}

function ceilingOf({ self, phase }: Room): AuctionRoomModel['ceiling'] {
  if (self?.mayAcceptCeiling) return 'may-accept';
  const stands = phase === 'ceiling' && self !== null && (self.acceptedCeiling || self.leading);
  return stands ? 'accepted' : null;
}

/** The round matters most: once timed bids came, the chart begins with them and the leader of the days before. */
function chartFromOf({ ladder, phase, timetable, serverTime }: Room): string {
  const timed =
    phase === 'timed' ||
    phase === 'ceiling' ||
    phase === 'closing' ||
    ladder.some((bid) => bid.phase === 'timed');
  return (timed ? timetable.timedStartsAt : timetable.opensAt) ?? serverTime;
}

function endOf({ result }: Room): RoomPhase {
  if (result?.outcome === 'sold') return 'sold';
  return result?.outcome === 'failed' ? 'failed' : 'terminated';
}

/** The instant that the countdown runs to: the end of what is going on now. */
function deadlineOf({ phase, timetable }: Room): string | null {
  switch (phase) {
    case 'not-open':
      return timetable.opensAt;
    case 'listing':
      return timetable.listingBidStopAt;
    case 'pause':
      return timetable.listingEndsAt;
    case 'ask':
      return timetable.timedStartsAt;
    case 'timed':
    case 'ceiling':
    case 'closing':
      return timetable.closesAt;
    case 'ended':
      return timetable.closedAt;
    case 'draw':
    case 'suspended':
      return null;
  }
}

const minuteMs = 60_000;

function roundStartOf(room: Room): string | null {
  const { phase, timetable } = room;
  if (phase === 'listing') return timetable.opensAt;
  if (phase === 'pause') return timetable.listingBidStopAt;
  if (phase === 'ask') return timetable.listingEndsAt;
  if (timetable.closesAt === null || (phase !== 'timed' && phase !== 'ceiling')) return null;
  return new Date(Date.parse(timetable.closesAt) - room.timedWindowMin * minuteMs).toISOString();
}

const two = (bidderNo: number): string => String(bidderNo).padStart(2, '0');

type WireBid = Room['ladder'][number];

/** A bid never changes: its row is made once, so that what shows it need not be drawn again when another comes in. */
const known = new WeakMap<WireBid, RoomBid>();

function bidOf(wire: WireBid): RoomBid {
  const { seq: sequence, bidderNo, mine, priceCny, acceptedAt: at } = wire;
  const bid = known.get(wire) ?? { sequence, bidder: two(bidderNo), mine, priceCny, at };
  known.set(wire, bid);
  return bid;
}

const bidsOf = (room: Room): RoomBid[] =>
  room.ladder
    .filter((bid) => bid.phase !== 'ceiling')
    .map(bidOf)
    .sort((left, right) => left.sequence - right.sequence);

const present = (wire: string): string | null => (/[1-9]/.test(wire) ? wire : null);

function lotOf(room: Room, chinese: boolean): RoomLot {
  return {
    number: room.number ?? '',
    title: room.title,
    sellerName: chinese ? room.seller.nameZh : room.seller.nameEn,
    batch: room.number ?? '',
    qualityGrade: null,
    kgPerMu: null,
    areaHa: present(room.quantities.areaHa),
    paddyHa: present(room.quantities.paddyHa),
    capacityKg: present(room.quantities.capacityKg),
    startPriceCny: room.startPriceCny,
    stepCny: room.stepCny ?? '0.01',
    ceilingCny: room.ceilingCny,
    hasReserve: false,
    depositCny: room.depositCny,
    feeCny: '0.00',
    windowMinutes: room.timedWindowMin,
    policyVersion: '',
    drawCommitment: room.drawCommitment,
    noticeHref: `/listings/${room.listingId}`,
    rulesHref: `/listings/${room.listingId}`,
  };
}

function seatOf(room: Room, bids: readonly RoomBid[]): RoomSeat | null {
  const { self } = room;
  if (self === null || (self.status !== 'bidding-right' && self.status !== 'deposit-applied')) return null;
  const last = bids.filter((bid) => bid.mine).at(-1);
  return {
    bidder: two(self.bidderNo),
    depositPaidCny: room.depositCny,
    authorityCny: null,
    lastReceipt: last
      ? { sequence: last.sequence, priceCny: last.priceCny, at: last.at, milliseconds: null }
      : null,
  };
}
