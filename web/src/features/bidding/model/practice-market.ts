import { draw, type DrawRecord } from '@muheng/contracts/common/draw';
import { type Fen, formatCny, parseCny } from '@muheng/contracts/common/quantity';
import { sha256Text } from '../../../lib/sha256.js';
import type { AuctionRoomModel, RoomBid, RoomLot } from './auction-room.js';
import { minimumOf } from './ticket-machine.js';

/**
 * 演练: an auction that lives on this page alone, with two rivals and a clock of its own. Nothing of it reaches the
 * market; the numbers follow the market's rules (domain §11 F1): steps, a window that restarts, a ceiling, a draw.
 */
export interface PracticeMarket {
  /** The practice clock, ms; it stands still while nobody looks. */
  now: number;
  deadline: number;
  bids: RoomBid[];
  accepted: string[];
  rivals: { bidder: string; limit: bigint; nextAt: number }[];
  phase: 'timed' | 'ceiling' | 'sold';
  secret: string;
  draw: DrawRecord | null;
}

export const me = '08';
const rivalsNos = ['03', '15'];
const windowMs = 60_000;
const start = 3_000_000_000n;
const step = 150_000_000n;
const ceiling = 4_500_000_000n;
const thinkMs = { least: 3_000, spread: 9_000 };

/** `roll` answers numbers from 0 up to 1; handed in, so that a run can be repeated. */
export function openPractice(now: number, secret: string, roll: () => number): PracticeMarket {
  const rivals = rivalsNos.map((bidder) => ({
    bidder,
    limit: start + BigInt(Math.floor(3 + roll() * 9)) * step,
    nextAt: now + thinkMs.least + roll() * thinkMs.spread,
  }));
  const none = { bids: [], accepted: [], draw: null };
  return { now, deadline: now + windowMs, rivals, phase: 'timed', secret, ...none };
}

const leaderOf = (market: PracticeMarket): RoomBid | undefined => market.bids.at(-1);

export const minimumNow = (market: PracticeMarket): bigint => {
  const leader = leaderOf(market);
  return minimumOf(start, step, leader ? parseCny(leader.priceCny) : null, ceiling);
};

/** A bid by the market's rule; the same market when the rule refuses it. */
export function practiceBid(market: PracticeMarket, bidder: string, price: bigint): PracticeMarket {
  const onStep = (price - start) % step === 0n || price === ceiling;
  const good = market.phase === 'timed' && market.now < market.deadline && onStep;
  if (!good || price < minimumNow(market) || price > ceiling) return market;
  const bid: RoomBid = {
    sequence: market.bids.length + 1,
    bidder,
    mine: bidder === me,
    priceCny: formatCny(price as Fen),
    at: new Date(market.now).toISOString(),
  };
  return {
    ...market,
    bids: [...market.bids, bid],
    deadline: market.now + windowMs,
    phase: price === ceiling ? 'ceiling' : 'timed',
  };
}

/** Takes part in the draw at the ceiling; the window does not restart. */
export function practiceAccept(market: PracticeMarket, bidder: string): PracticeMarket {
  const stands = market.accepted.includes(bidder) || leaderOf(market)?.bidder === bidder;
  if (market.phase !== 'ceiling' || market.now >= market.deadline || stands) return market;
  return { ...market, accepted: [...market.accepted, bidder] };
}

/** Lets time pass: rivals act when they have thought enough, and a silent window closes. */
export function practiceTick(market: PracticeMarket, now: number, roll: () => number): PracticeMarket {
  if (market.phase === 'sold') return market;
  let next: PracticeMarket = { ...market, now };
  if (now >= next.deadline) return close(next);
  for (const [index, rival] of next.rivals.entries()) {
    if (now < rival.nextAt) continue;
    const nextAt = now + thinkMs.least + roll() * thinkMs.spread;
    const rivals = next.rivals.with(index, { ...rival, nextAt });
    next = act({ ...next, rivals }, rival);
  }
  return next;
}

function act(market: PracticeMarket, { bidder, limit }: PracticeMarket['rivals'][number]): PracticeMarket {
  if (market.phase === 'ceiling') return limit >= ceiling ? practiceAccept(market, bidder) : market;
  const price = minimumNow(market);
  const leads = leaderOf(market)?.bidder === bidder;
  return leads || price > limit ? market : practiceBid(market, bidder, price);
}

function close(market: PracticeMarket): PracticeMarket {
  if (market.accepted.length === 0) return { ...market, phase: 'sold' };
  const bids = market.bids.map(({ sequence, bidder, priceCny, at }) => ({
    seq: sequence,
    bidder,
    value: priceCny,
    at: new Date(at),
  }));
  const accepted = market.accepted.map((bidder, index) => ({
    seq: bids.length + index + 1,
    bidder,
    value: '',
    at: new Date(market.now),
  }));
  const record = draw(sha256Text, 'ceiling', 'practice', market.secret, [...bids, ...accepted]);
  return { ...market, phase: 'sold', draw: record };
}

/** The room of a practice market, as the auction's own page shows it. */
export function practiceRoom(market: PracticeMarket, lot: RoomLot, startedAt: number): AuctionRoomModel {
  const { phase, bids, accepted, draw: record } = market;
  const last = bids.findLast((bid) => bid.mine);
  const stands = accepted.includes(me) || leaderOf(market)?.bidder === me;
  return {
    listingId: 'practice',
    version: bids.length + accepted.length,
    phase: phase === 'sold' && bids.length === 0 ? 'failed' : phase,
    lot,
    chartFrom: new Date(startedAt).toISOString(),
    deadline: new Date(market.deadline).toISOString(),
    roundStart: new Date(market.deadline - windowMs).toISOString(),
    extensions: bids.length,
    bids,
    spectators: null,
    bidders: rivalsNos.length + 1,
    seat: {
      bidder: me,
      depositPaidCny: lot.depositCny,
      authorityCny: null,
      lastReceipt: last ? { ...last, milliseconds: 0 } : null,
    },
    draw: record,
    ceiling: phase === 'ceiling' ? (stands ? 'accepted' : 'may-accept') : null,
    suspension: null,
  };
}

/** The numbers of the practice lot; its words come from the reader's language. */
export const practiceNumbers = {
  areaHa: '40.0000',
  paddyHa: '40.0000',
  capacityKg: '480000.0000',
  startPriceCny: formatCny(start as Fen),
  stepCny: formatCny(step as Fen),
  ceilingCny: formatCny(ceiling as Fen),
  depositCny: formatCny((start / 5n) as Fen),
  windowMinutes: windowMs / 60_000,
} as const;
