import { components, type Component, type QuantitiesWire } from '@muheng/contracts/common/component';
import { type Fen, formatHa, parseCny, parseHa, parseKg } from '@muheng/contracts/common/quantity';
import { capacityText } from '../../../lib/format/area.js';
import { groupDigits, scaledText } from '../../../lib/format/digits.js';
import type { Plan, PlanSet } from '../api/plans.js';

const fields = { area: 'areaHa', paddy: 'paddyHa', capacity: 'capacityKg' } as const;

export const unitsOf = (component: Component, wire: QuantitiesWire): bigint =>
  component === 'capacity' ? parseKg(wire.capacityKg) : parseHa(wire[fields[component]]);

export const textOf = (component: Component, units: bigint): string =>
  component === 'capacity' ? capacityText(units as never) : groupDigits(formatHa(units));

/** 分 → 万元 with two decimals, half up. */
export const wan = (cny: string): string => {
  const fen = parseCny(cny) as bigint;
  return groupDigits(scaledText((fen + 5_000n) / 10_000n, 2));
};

export const wanOf = (fen: bigint): string => groupDigits(scaledText((fen + 5_000n) / 10_000n, 2));

/** How much wider a part is than nothing, in percent of a whole; for bars alone. */
export const percent = (part: bigint, whole: bigint): number =>
  whole <= 0n ? 0 : Number.parseInt((((part > whole ? whole : part) * 1_000n) / whole).toString(), 10) / 10;

export interface Gauge {
  component: Component;
  need: bigint;
  covered: bigint;
  /** Own, coming, then each lot in turn. */
  parts: { key: string; kind: 'own' | 'coming' | 'lot'; mark: string; units: bigint }[];
}

/** Marks of lots in the order of the plan, as the picture has them. */
export const marks = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'] as const;
export const markOf = (at: number, english: boolean): string =>
  english ? String.fromCharCode(65 + (at % 26)) : (marks[at] ?? String(at + 1));

export function gaugesOf(set: PlanSet, plan: Plan | undefined, english: boolean): Gauge[] {
  return components.map((component): Gauge => {
    const lots = (plan?.items ?? []).map((item, at) => ({
      key: item.offerId,
      kind: 'lot' as const,
      mark: markOf(at, english),
      units: unitsOf(component, item.quantities),
    }));
    const fixed = (['own', 'coming'] as const).map((kind) => ({
      key: kind,
      kind,
      mark: '',
      units: unitsOf(component, set[kind]),
    }));
    const parts = [...fixed, ...lots].filter((part) => part.units > 0n);
    const covered = parts.reduce((sum, part) => sum + part.units, 0n);
    return { component, need: unitsOf(component, set.required), covered, parts };
  });
}

export const fenOf = (cny: string): Fen => parseCny(cny);
