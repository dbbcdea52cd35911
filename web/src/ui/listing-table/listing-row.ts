import { type Fen, parseCny, parseHa } from '@muheng/contracts/common/quantity';
import { changePermille, wanBrief, wanPerMuText } from '../../lib/format/money.js';
import type { ChipTone } from '../status-chip.js';

/** The stages of a listing as the public reads them (domain §7, folded). */
export const stages = [
  'draft',
  'review',
  'notice',
  'open',
  'timed',
  'ceiling',
  'draw',
  'sold',
  'failed',
  'suspended',
  'terminated',
  'withdrawn',
] as const;
export type Stage = (typeof stages)[number];

/** What the time column says about a lot. Instants are RFC 3339. */
export type ListingTime =
  | { kind: 'round-ends'; at: string }
  | { kind: 'bids-until'; at: string }
  | { kind: 'opens'; at: string }
  | { kind: 'closed'; at: string; objectionsUntil: string | null };

/** A lot in a list; quantities and money as on the wire, absent components null. */
export interface ListingRow {
  id: string;
  number: string;
  stage: Stage;
  sellerName: string;
  lotName: string;
  areaHa: string | null;
  paddyHa: string | null;
  capacityKg: string | null;
  /** Highest accepted bid, or the start price while there is none. */
  priceCny: string;
  startPriceCny: string;
  hasBids: boolean;
  time: ListingTime;
  href: string;
}

const tones: Record<Stage, ChipTone> = {
  draft: 'neutral',
  review: 'neutral',
  notice: 'notice',
  open: 'wait',
  timed: 'up',
  ceiling: 'up',
  draw: 'up',
  sold: 'down',
  failed: 'neutral',
  suspended: 'up',
  terminated: 'neutral',
  withdrawn: 'neutral',
};

/** Live stages are outlined; the rest carry a tint only. */
export const isLive = (stage: Stage): boolean => stage === 'timed' || stage === 'ceiling' || stage === 'draw';
export const toneOf = (stage: Stage): ChipTone => tones[stage];

/** Unit price in 万元/亩; the total in 万元 for a lot without area (capacity alone). */
export function rowPrice(row: ListingRow): { text: string; permille: bigint | null } {
  const price: Fen = parseCny(row.priceCny);
  const perMu = row.areaHa === null ? null : wanPerMuText(price, parseHa(row.areaHa));
  return {
    text: perMu ?? wanBrief(price),
    permille: row.hasBids ? changePermille(price, parseCny(row.startPriceCny)) : null,
  };
}
