import { parseCny } from '@muheng/contracts/common/quantity';
import type { ChartBid } from '../../../ui/step-chart/scale.js';
import type { Replay, ReplayStep } from '../api/replay.js';

export interface Axis {
  start: bigint;
  step: bigint;
  ceiling: bigint | null;
}

/** The prices between which a course is drawn: upwards to the ceiling, in a purchase downwards from the highest. */
export function axisOf({ form, terms }: Pick<Replay, 'form' | 'terms'>): Axis | null {
  const start = parseCny(terms.startPriceCny);
  const step = terms.stepCny === null ? null : parseCny(terms.stepCny);
  if (form === 'timed-bidding')
    return {
      start,
      step: step ?? 1n,
      ceiling: terms.ceilingCny === null ? null : parseCny(terms.ceilingCny),
    };
  // What is sealed has no course, and a fixed price has one price.
  if (form !== 'reverse-purchase') return null;
  const lowest = terms.floorCny === null ? 0n : parseCny(terms.floorCny);
  const tenth = (start - lowest) / 10n;
  return { start: lowest, step: step ?? (tenth > 0n ? tenth : 1n), ceiling: start };
}

/** The bids up to a step, as the chart draws them; of a purchase the lowest offer after each. */
export function bidsUpTo(
  steps: readonly ReplayStep[],
  place: number,
  nameOf: (step: ReplayStep) => string,
): ChartBid[] {
  return steps.slice(0, place + 1).flatMap((step) => {
    const price = { 'bid.accepted': step.priceCny, 'offer.accepted': step.leadingCny }[step.event as string];
    if (price == null) return [];
    const { version: sequence, at } = step;
    return [{ sequence, at, price: parseCny(price), bidder: nameOf(step), mine: false }];
  });
}

export interface Span {
  from: string;
  to: string;
}

/** The two spans that a chart can show: from the opening, and, where anybody bid there, the timed rounds alone. */
export function spansOf({ terms, steps, verdict }: Replay): { whole: Span; timed: Span | null } {
  const last = steps.at(-1);
  const closes = verdict.recorded?.closedAt ?? steps.findLast(({ closesAt }) => closesAt !== null)?.closesAt;
  const { timedStartsAt } = terms;
  const to = closes ?? last?.at ?? terms.listingEndsAt;
  const bids = steps.filter(({ event }) => event === 'bid.accepted');
  const first = timedStartsAt === null ? undefined : bids.find(({ at }) => at >= timedStartsAt);
  const isTimed = first !== undefined && first.at > terms.listingEndsAt;
  const before = isTimed ? new Date(Date.parse(first.at) - 60_000).toISOString() : to;
  return { whole: { from: terms.opensAt, to }, timed: isTimed ? { from: before, to } : null };
}
