import type { auctionReplay } from '@muheng/contracts/bidding';
import { type DrawRecord, faultsOfDraw } from '@muheng/contracts/common/draw';
import { type Fen, formatCny, formatHa, type SquareMetres } from '@muheng/contracts/common/quantity';
import type { z } from 'zod';
import { sha256 } from '../../../listings/application/draw.js';
import type { ListingLogEvent } from '../../../listings/application/listing-events.js';
import type { loadRoomFacts } from '../../../listings/application/room-facts.js';

export type ReplayView = z.input<typeof auctionReplay>;
export type Verdict = ReplayView['verdict'];
export type Recorded = NonNullable<Verdict['recorded']>;
export type Facts = NonNullable<Awaited<ReturnType<typeof loadRoomFacts>>>;
export type StepView = ReplayView['steps'][number];

/** What of a replay each form makes in its own way. */
export type Played = Pick<ReplayView, 'terms' | 'steps' | 'verdict'>;

/** The log since the last notice: what went before it, a window of one city for instance, had a timetable of its own. */
export const sinceNotice = (events: readonly ListingLogEvent[]): readonly ListingLogEvent[] =>
  events.slice(
    Math.max(
      0,
      events.findLastIndex(({ event }) => event === 'listing.noticed'),
    ),
  );

/** What was written when it closed; later things, a default for instance, change nothing of it. */
export function recordedOf(
  closedAt: Date | null,
  events: readonly ListingLogEvent[],
  awards: Recorded['awards'] = [],
): Recorded | null {
  const closed = events.findLast(({ event }) => event === 'closed');
  if (!closed || closedAt === null) return null;
  const { winnerNo, priceCny, status } = closed.payload;
  return {
    outcome: status === 'closed-sold' ? 'sold' : 'failed',
    winnerNo: typeof winnerNo === 'number' ? winnerNo : null,
    priceCny: typeof priceCny === 'string' ? priceCny : null,
    closedAt: closedAt.toISOString(),
    awards,
  };
}

/** Whether the published record computes, and drew among exactly those of the log. */
export const isRightDraw = (record: DrawRecord, candidates: readonly string[]): boolean =>
  faultsOfDraw(sha256, record).length === 0 &&
  [...record.candidates].sort().join() === [...candidates].sort().join();

/**
 * Who leads after an event: up to the draw whom the rule names, from the draw on whom it drew (domain §11 F1.7), for
 * all who were drawn among stand at one price.
 */
export function leadsAfterDraw(
  first: string | undefined,
): <Leader extends { bidder: string }>(event: ListingLogEvent, leader: Leader | null) => Leader | null {
  let isDrawn = false;
  return ({ event }, leader) => {
    isDrawn ||= event === 'drawn';
    return isDrawn && leader && first !== undefined ? { ...leader, bidder: first } : leader;
  };
}

export const awardView = (bidderNo: number, { area, price }: { area: bigint; price: bigint }) => ({
  bidderNo,
  areaHa: formatHa(area as SquareMetres),
  priceCny: formatCny(price as Fen),
});

/** A step that says nothing but that it happened; each form adds what it knows. */
export function bareStep({ version, at, event, payload }: ListingLogEvent): StepView {
  const reason = payload['reason'];
  return {
    version: Number(version),
    at: at.toISOString(),
    event,
    bidderNo: null,
    bidder: null,
    priceCny: null,
    areaHa: null,
    voidReason: null,
    holder: null,
    reason: typeof reason === 'string' ? reason : null,
    leaderNo: null,
    leadingCny: null,
    bidCount: 0,
    candidates: 0,
    closesAt: null,
  };
}
