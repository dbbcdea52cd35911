import type { DrawRecord } from '@muheng/contracts/common/draw';
import type { Quantities } from './lot.js';

/** Phases of the room as people name them (domain §7, folded). */
export type RoomPhase =
  | 'upcoming'
  | 'open'
  | 'timed'
  | 'ceiling'
  | 'draw'
  | 'sold'
  | 'failed'
  | 'suspended'
  | 'terminated';

/** An accepted bid; money as on the wire. */
export interface RoomBid {
  /** Order of acceptance within the listing, from 1. */
  sequence: number;
  /** `"08"`. */
  bidder: string;
  mine: boolean;
  priceCny: string;
  /** RFC 3339 with milliseconds. */
  at: string;
}

/** What is for sale and under which rules. */
export interface RoomLot extends Quantities {
  number: string;
  title: string;
  sellerName: string;
  batch: string;
  /** 1 best to 15; null when the lot mixes grades. */
  qualityGrade: number | null;
  kgPerMu: string | null;
  startPriceCny: string;
  stepCny: string;
  ceilingCny: string | null;
  hasReserve: boolean;
  depositCny: string;
  feeCny: string;
  /** Length of one timed round. */
  windowMinutes: number;
  policyVersion: string;
  /** Commitment to the draw, 64 hex digits, once published. */
  drawCommitment: string | null;
  noticeHref: string;
  rulesHref: string;
}

/** The person's own part in the room; null for spectators. */
export interface RoomSeat {
  bidder: string;
  depositPaidCny: string;
  /** The organisation's own limit; null when none is set. */
  authorityCny: string | null;
  /** The last accepted bid of this seat. */
  lastReceipt: { sequence: number; priceCny: string; at: string; milliseconds: number | null } | null;
}

/** Up to where the market bids for this seat; nobody else is told. */
export interface RoomLimit {
  maxPriceCny: string;
  setAt: string;
  /** Bids that the market has made by it. */
  uses: number;
  lastUsed: { sequence: number; at: string } | null;
}

/** Everything that the room shows; one snapshot plus the stream's events give it. */
export interface AuctionRoomModel {
  listingId: string;
  /** Sequence of the newest event that is folded in. */
  version: number;
  phase: RoomPhase;
  lot: RoomLot;
  /** Left edge of the chart. */
  chartFrom: string;
  /** End of the running phase or round; the closing instant once it is over, so that the chart keeps its edge. */
  deadline: string | null;
  /** Beginning of the running round, for the progress line. */
  roundStart: string | null;
  extensions: number;
  /** The newest of them; `bidCount` says how many there are in all. */
  bids: RoomBid[];
  bidCount: number;
  spectators: number | null;
  bidders: number | null;
  seat: RoomSeat | null;
  /** Who has won, which after a draw need not be who bid last; null before the end. */
  winner: string | null;
  /** The published draw; null until one was made. */
  draw: DrawRecord | null;
  /** Numbers under which the codes of the draw bid, as far as known here. */
  drawNumbers: ReadonlyMap<string, string>;
  /** Whether the reader may accept the ceiling now, or has. */
  ceiling: 'may-accept' | 'accepted' | null;
  /** The reader's proxy limit (委托限价); null where the policy knows none or the reader has no seat. */
  proxy: { limit: RoomLimit | null } | null;
  /** Why the room stands still: the regulator's words, or `county-first`. */
  suspension: string | null;
}

export type Connection = 'live' | 'connecting' | 'lost';
