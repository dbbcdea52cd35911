import { parseCny } from '@muheng/contracts/common/quantity';
import type { ChartBid } from '../../../ui/step-chart/scale.js';
import type { Replay, ReplayStep } from '../api/replay.js';

/** The bids up to a step, as the chart draws them. */
export function bidsUpTo(
  steps: readonly ReplayStep[],
  place: number,
  nameOf: (step: ReplayStep) => string,
): ChartBid[] {
  return steps.slice(0, place + 1).flatMap((step) =>
    step.event === 'bid.accepted' && step.priceCny !== null
      ? [
          {
            sequence: step.version,
            at: step.at,
            price: parseCny(step.priceCny),
            bidder: nameOf(step),
            mine: false,
          },
        ]
      : [],
  );
}

export interface Span {
  from: string;
  to: string;
}

/** The two spans that a chart can show: from the opening, and, where anybody bid there, the timed rounds alone. */
export function spansOf({ terms, steps, verdict }: Replay): { whole: Span; timed: Span | null } {
  const last = steps.at(-1);
  const closes = verdict.recorded?.closedAt ?? steps.findLast(({ closesAt }) => closesAt !== null)?.closesAt;
  const to = closes ?? last?.at ?? terms.timedStartsAt;
  const bids = steps.filter(({ event }) => event === 'bid.accepted');
  const first = bids.find(({ at }) => at >= terms.timedStartsAt);
  const isTimed = first !== undefined && first.at > terms.listingEndsAt;
  const before = isTimed ? new Date(Date.parse(first.at) - 60_000).toISOString() : to;
  return { whole: { from: terms.opensAt, to }, timed: isTimed ? { from: before, to } : null };
}
