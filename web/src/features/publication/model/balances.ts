import { parseHa, parseKg } from '@muheng/contracts/common/quantity';
import { counties, prefectures } from '../../../lib/regions.js';
import type { CountyPosition } from '../api/publication.js';

export const balanceComponents = ['area', 'paddy', 'capacity'] as const;
export type BalanceComponent = (typeof balanceComponents)[number];
export const balanceKinds = ['available', 'listed', 'need', 'reserve', 'margin'] as const;
export type BalanceKind = (typeof balanceKinds)[number];

/** One line of the published balances: a county, a city's sum or the region's, in m² or 0.0001 kg. */
export interface BalanceLine {
  code: string;
  level: 'county' | 'city' | 'region';
  nameZh: string;
  nameEn: string;
  amounts: Readonly<Record<BalanceKind, bigint>>;
}

const keys = { area: 'areaHa', paddy: 'paddyHa', capacity: 'capacityKg' } as const;

/** Signed text of the wire in smallest units. */
function amountOf(text: string, component: BalanceComponent): bigint {
  const negative = text.startsWith('-');
  const bare = negative ? text.slice(1) : text;
  const amount: bigint = component === 'capacity' ? parseKg(bare) : parseHa(bare);
  return negative ? -amount : amount;
}

const amountsOf = (row: CountyPosition, component: BalanceComponent): BalanceLine['amounts'] => ({
  available: amountOf(row.available[keys[component]], component),
  listed: amountOf(row.listed[keys[component]], component),
  need: amountOf(row.need[keys[component]], component),
  reserve: amountOf(row.reserve[keys[component]], component),
  margin: amountOf(row.margin[keys[component]], component),
});

const sum = (lines: readonly BalanceLine[]): BalanceLine['amounts'] => {
  const of = (kind: BalanceKind): bigint => lines.reduce((total, { amounts }) => total + amounts[kind], 0n);
  return {
    available: of('available'),
    listed: of('listed'),
    need: of('need'),
    reserve: of('reserve'),
    margin: of('margin'),
  };
};

/** Counties by city, each city's sum before its counties, the region's sum last. */
export function balanceLines(rows: readonly CountyPosition[], component: BalanceComponent): BalanceLine[] {
  const county = (row: CountyPosition): BalanceLine[] => {
    const known = counties.find(({ code }) => code === row.county);
    return [
      {
        code: row.county,
        level: 'county',
        nameZh: known?.zh ?? row.county,
        nameEn: known?.en ?? row.county,
        amounts: amountsOf(row, component),
      },
    ];
  };
  const lines = [...rows].sort((a, b) => (a.county < b.county ? -1 : 1)).flatMap(county);
  const cities = [...prefectures].sort((a, b) => (a.code < b.code ? -1 : 1));
  const grouped = cities.flatMap(({ code, zh, en }) => {
    const own = lines.filter((line) => line.code.startsWith(code));
    if (own.length === 0) return [];
    return [{ code, level: 'city' as const, nameZh: zh, nameEn: en, amounts: sum(own) }, ...own];
  });
  return [
    ...grouped,
    { code: '64', level: 'region', nameZh: '全区', nameEn: 'Whole region', amounts: sum(lines) },
  ];
}
