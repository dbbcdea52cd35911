import {
  type Fen,
  parseCny,
  parseHa,
  scaleHalfUp,
  type SquareMetres,
} from '@muheng/contracts/common/quantity';
import { prefectureOf } from '../../../lib/regions.js';
import type { Atlas } from '../api/atlas.js';

/** Trades summed up. */
export interface Sum {
  trades: number;
  area: SquareMetres;
  price: Fen;
}

export const nothing: Sum = { trades: 0, area: 0n as SquareMetres, price: 0n as Fen };

type Flow = Atlas['flows'][number];

const sumOf = (flow: Flow): Sum => ({
  trades: flow.trades,
  area: parseHa(flow.quantities.areaHa),
  price: parseCny(flow.priceCny),
});

const add = (a: Sum, b: Sum): Sum => ({
  trades: a.trades + b.trades,
  area: (a.area + b.area) as SquareMetres,
  price: (a.price + b.price) as Fen,
});

/** Sums by a key; flows whose key is null are left out. */
export function sumBy(flows: readonly Flow[], keyOf: (flow: Flow) => string | null): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const flow of flows) {
    const key = keyOf(flow);
    if (key !== null) sums.set(key, add(sums.get(key) ?? nothing, sumOf(flow)));
  }
  return sums;
}

/** 分 for one 亩, half up; null without area. */
export const unitPrice = ({ price, area }: { price: bigint; area: bigint }): bigint | null =>
  area > 0n ? scaleHalfUp(price, 2000n, 3n * area) : null;

/** The months of a window: `span` of them, the last one being `until`. */
export function windowOf(months: readonly string[], span: number, until: string | undefined): string[] {
  const found = until === undefined ? -1 : months.indexOf(until);
  const end = found === -1 ? months.length - 1 : found;
  return months.slice(Math.max(0, end - span + 1), end + 1);
}

/** The first and the last month of a window. */
export const endsOf = (months: readonly string[]): { from: string; to: string } => ({
  from: months[0] ?? '',
  to: months[months.length - 1] ?? '',
});

export const within = (flows: readonly Flow[], window: readonly string[]): Flow[] => {
  const inside = new Set(window);
  return flows.filter(({ month }) => inside.has(month));
};

/** With whom a county traded in a window, largest area first. */
export interface Partner extends Sum {
  direction: 'sold-to' | 'bought-from';
  code: string;
}

export function partnersOf(flows: readonly Flow[], county: string): Partner[] {
  const of = (direction: Partner['direction'], sums: Map<string, Sum>): Partner[] =>
    [...sums].map(([code, sum]) => ({ direction, code, ...sum }));
  const sold = sumBy(flows, (flow) => (flow.seller === county ? flow.buyerRegion : null));
  const bought = sumBy(flows, (flow) =>
    flow.buyerRegion === county && flow.seller !== county ? flow.seller : null,
  );
  return [...of('sold-to', sold), ...of('bought-from', bought)].sort((a, b) => (a.area < b.area ? 1 : -1));
}

/** Area by the prefecture that sold and the one that bought (`64` for buyers of the whole region). */
export function prefectureFlows(flows: readonly Flow[]): { from: string; to: string; sum: Sum }[] {
  const toOf = (region: string): string => (region === '640000' ? '64' : prefectureOf(region));
  const sums = sumBy(flows, (flow) => `${prefectureOf(flow.seller)}/${toOf(flow.buyerRegion)}`);
  return [...sums].map(([key, sum]) => {
    const [from = '', to = ''] = key.split('/');
    return { from, to, sum };
  });
}

export interface MonthSum extends Sum {
  month: string;
  /** 分 for one 亩; null in a month without area. */
  unit: bigint | null;
}

/** Month by month, of one seller or of all. */
export function monthly(atlas: Atlas, county: string | undefined): MonthSum[] {
  const sums = sumBy(atlas.flows, (flow) =>
    county === undefined || flow.seller === county ? flow.month : null,
  );
  return atlas.months.map((month) => {
    const sum = sums.get(month) ?? nothing;
    return { month, ...sum, unit: unitPrice(sum) };
  });
}
