import { parseCny } from '@muheng/contracts/common/quantity';
import { shareOf } from '../../../lib/geometry.js';
import { epoch } from '../../../lib/format/time.js';
import type { Overview } from '../api/oversight.js';

type Prices = Overview['prices'];

/** Shares of the plot, 0 to 1 from the left and from the bottom: for drawing only. */
export interface Scatter {
  points: { x: number; y: number; point: Prices['points'][number] }[];
  band: { low: number; mean: number; high: number } | null;
  /** Round prices for the axis, in 分 per 亩. */
  ticks: { y: number; fen: bigint }[];
  from: number;
  to: number;
}

const stepFen = 1_000_000n;

/** Fits prices and band into a plot whose axis steps by whole 万元. */
export function scatterOf(prices: Prices): Scatter | null {
  const first = prices.points[0];
  if (!first) return null;
  const values = prices.points.map((point) => parseCny(point.cnyPerMu) as bigint);
  for (const edge of [prices.lowCnyPerMu, prices.highCnyPerMu])
    if (edge !== null) values.push(parseCny(edge));
  const least = values.reduce((a, b) => (a < b ? a : b));
  const most = values.reduce((a, b) => (a > b ? a : b));
  const bottom = (least / stepFen) * stepFen;
  const top = (most / stepFen + 1n) * stepFen;
  const y = (fen: bigint): number => shareOf(fen - bottom, top - bottom);
  const times = prices.points.map((point) => epoch(point.at));
  const from = Math.min(...times);
  const to = Math.max(...times, from + 1);
  const ticks: Scatter['ticks'] = [];
  const stride = (top - bottom) / stepFen > 8n ? stepFen * 2n : stepFen;
  for (let fen = bottom; fen <= top; fen += stride) ticks.push({ y: y(fen), fen });
  return {
    points: prices.points.map((point) => ({
      x: (epoch(point.at) - from) / (to - from),
      y: y(parseCny(point.cnyPerMu)),
      point,
    })),
    band:
      prices.mean90CnyPerMu === null || prices.lowCnyPerMu === null || prices.highCnyPerMu === null
        ? null
        : {
            low: y(parseCny(prices.lowCnyPerMu)),
            mean: y(parseCny(prices.mean90CnyPerMu)),
            high: y(parseCny(prices.highCnyPerMu)),
          },
    ticks,
    from,
    to,
  };
}
