import { parseHa, scaleHalfUp, type SquareMetres } from '@muheng/contracts/common/quantity';
import { type AreaUnit, areaRound } from '../../../lib/format/area.js';
import { groupDigits, scaledText, signed } from '../../../lib/format/digits.js';
import { prefectureOf } from '../../../lib/regions.js';
import type { TileValue } from '../../../ui/tile-grid/tile.js';
import type { Atlas } from '../api/atlas.js';
import type { AtlasSearch } from './atlas-search.js';
import { nothing, type Sum, sumBy, unitPrice, within } from './sums.js';

type Metric = AtlasSearch['metric'];

/** The numbers behind one measure of a county, from which those of a prefecture are made: never from rounded ones. */
interface Raw {
  /** m², 分, or a count, as the metric has it. */
  over: bigint;
  /** What `over` is divided by, where the metric is a rate; null for a plain sum. */
  under: bigint | null;
}

export interface Measured {
  tiles: TileValue[];
  prefectures: Record<string, string>;
  /** Text of the greatest value, for the end of the legend. */
  greatest: string;
}

/** Integers that order and read a measure; null when there is nothing to say. */
function valueOf({ over, under }: Raw, metric: Metric): bigint | null {
  if (under === null) return over;
  if (metric === 'meanPrice') return unitPrice({ price: over, area: under });
  return under === 0n ? null : scaleHalfUp(over, 1000n, under);
}

/** 分 → whole 万元, 分 a 亩 → whole 元, permille → percent, m² → the reader's unit. */
function textOf(value: bigint, metric: Metric, unit: AreaUnit): string {
  if (metric === 'turnover') return groupDigits(scaledText(scaleHalfUp(value, 1n, 1_000_000n), 0));
  if (metric === 'meanPrice') return groupDigits(scaledText(scaleHalfUp(value, 1n, 100n), 0));
  if (metric === 'fulfilment') return scaledText(value, 1);
  return areaRound(value as SquareMetres, unit);
}

/** One measure of every county and of every prefecture, in the months of the window where it is one of trades. */
export function measure(atlas: Atlas, metric: Metric, window: readonly string[], unit: AreaUnit): Measured {
  const raws = rawsOf(atlas, metric, window);
  const measured: Measured = { tiles: [], prefectures: {}, greatest: '—' };
  const cities = new Map<string, Raw>();
  let greatest = 0n;
  for (const { code } of atlas.counties) {
    const raw = raws.get(code) ?? null;
    const net = raw && valueOf(raw, metric);
    measured.tiles.push({ code, net, text: net === null ? '—' : textOf(net, metric, unit) });
    if (net !== null && net > greatest) greatest = net;
    if (raw) cities.set(prefectureOf(code), addRaw(cities.get(prefectureOf(code)), raw));
  }
  for (const [city, raw] of cities) {
    const net = valueOf(raw, metric);
    if (net === null) continue;
    const text = textOf(net, metric, unit);
    measured.prefectures[city] = metric === 'sellable' ? signed(text) : text;
  }
  if (greatest > 0n) measured.greatest = textOf(greatest, metric, unit);
  return measured;
}

const addRaw = (a: Raw | undefined, b: Raw): Raw =>
  a ? { over: a.over + b.over, under: a.under === null || b.under === null ? null : a.under + b.under } : b;

function rawsOf(atlas: Atlas, metric: Metric, window: readonly string[]): Map<string, Raw> {
  if (metric === 'fulfilment') return outcomes(atlas, window);
  const raws = new Map<string, Raw>();
  const sums = sumBy(within(atlas.flows, window), (flow) => flow.seller);
  for (const county of atlas.counties) {
    const raw = rawOf(county, sums.get(county.code) ?? nothing, metric);
    if (raw) raws.set(county.code, raw);
  }
  return raws;
}

function rawOf(county: Atlas['counties'][number], sum: Sum, metric: Metric): Raw | null {
  if (metric === 'sellable') return county.margin && { over: parseHa(county.margin.areaHa), under: null };
  if (metric === 'onOffer') return some(parseHa(county.onOffer.quantities.areaHa));
  if (metric === 'turnover') return some(sum.price);
  return sum.area === 0n ? null : { over: sum.price, under: sum.area };
}

/** Nothing sold and nothing offered is no figure on a tile. */
const some = (over: bigint): Raw | null => (over === 0n ? null : { over, under: null });

function outcomes(atlas: Atlas, window: readonly string[]): Map<string, Raw> {
  const inside = new Set(window);
  const raws = new Map<string, Raw>();
  for (const { month, seller, kept, broken } of atlas.outcomes) {
    if (!inside.has(month)) continue;
    raws.set(seller, addRaw(raws.get(seller), { over: BigInt(kept), under: BigInt(kept + broken) }));
  }
  return raws;
}
