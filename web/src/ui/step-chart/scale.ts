import { shareOf } from '../../lib/geometry.js';

/** One accepted bid as the chart needs it. */
export interface ChartBid {
  sequence: number;
  /** RFC 3339. */
  at: string;
  price: bigint;
  bidder: string;
  mine: boolean;
}

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The vertical scale: from half a step under the start to a little over the ceiling or the leader. */
export interface PriceScale {
  low: bigint;
  high: bigint;
  ticks: bigint[];
}

const maxTicks = 5n;

/** Ticks stand on whole multiples of the step above the start price, at most five. */
export function priceScale(start: bigint, step: bigint, leader: bigint, ceiling: bigint | null): PriceScale {
  const top = ceiling ?? (leader > start + 4n * step ? leader + step : start + 6n * step);
  const steps = (top - start) / step;
  const every = steps / (maxTicks - 1n) + (steps % (maxTicks - 1n) === 0n ? 0n : 1n);
  const stride = step * (every < 1n ? 1n : every);
  const ticks: bigint[] = [];
  for (let tick = start; tick <= top && ticks.length < 6; tick += stride) ticks.push(tick);
  // A label that would stand on the ceiling's own line is left to the ceiling.
  const clear = ceiling === null ? ticks : ticks.filter((tick) => tick < ceiling);
  const margin = (top - start) / 12n;
  return { low: start - margin, high: top + margin, ticks: clear };
}

export const yOf = (price: bigint, scale: PriceScale, box: Box): number =>
  box.bottom - shareOf(price - scale.low, scale.high - scale.low) * (box.bottom - box.top);

export const xOf = (at: number, from: number, to: number, box: Box): number =>
  box.left + Math.min(1, Math.max(0, (at - from) / Math.max(1, to - from))) * (box.right - box.left);

/** Two lines of labels need so much between their baselines, px. */
const lineHeight = 18;

/**
 * Baselines of the labels beside the chart: each at its own line, but the leader's below the ceiling's when the leader
 * stands at the ceiling or just under it, where they would cover each other.
 */
export function labelLines(
  leaderY: number,
  ceilingY: number | null,
): { leader: number; ceiling: number | null } {
  if (ceilingY === null) return { leader: leaderY + 5, ceiling: null };
  const ceiling = ceilingY + 4;
  return { leader: Math.max(leaderY + 5, ceiling + lineHeight), ceiling };
}

const strides = [1, 2, 4, 5, 10, 15, 30, 60, 120, 360, 720, 1440, 2880].map((minutes) => minutes * 60_000);

/** Round times from `from` to `to`, at most five, none so close to the end that it would touch the deadline. */
export function timeTicks(from: number, to: number): number[] {
  const span = to - from;
  const stride = strides.find((candidate) => span / candidate <= 5) ?? 7 * 86_400_000;
  const first = Math.ceil(from / stride) * stride;
  const ticks: number[] = [];
  for (let tick = first; tick < to - span * 0.14; tick += stride) ticks.push(tick);
  return ticks;
}

/** The bids inside the window, and the leader with whom it began. */
export function windowed(bids: ChartBid[], from: number): { shown: ChartBid[]; before: ChartBid | null } {
  const ordered = [...bids].sort((left, right) => left.sequence - right.sequence);
  const before = ordered.filter((bid) => Date.parse(bid.at) < from);
  return {
    shown: ordered.filter((bid) => Date.parse(bid.at) >= from),
    before: before[before.length - 1] ?? null,
  };
}
