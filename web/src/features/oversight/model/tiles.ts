import { type Component, parseQuantities } from '@muheng/contracts/common/component';
import type { CapacityUnits, SquareMetres } from '@muheng/contracts/common/quantity';
import { type AreaUnit, areaRound, capacityRound } from '../../../lib/format/area.js';
import { signed } from '../../../lib/format/digits.js';
import { prefectureOf } from '../../../lib/regions.js';
import type { TileValue } from '../../../ui/tile-grid/tile.js';
import type { Overview } from '../api/oversight.js';

const rounded = (component: Component, value: bigint, unit: AreaUnit): string =>
  component === 'capacity' ? capacityRound(value as CapacityUnits) : areaRound(value as SquareMetres, unit);

/** The counties as tiles with their alerts, and the sum of each prefecture. Sums are exact, rounded once. */
export function countyTiles(
  counties: Overview['counties'],
  component: Component,
  unit: AreaUnit,
): { tiles: TileValue[]; prefectures: Record<string, string> } {
  const sums = new Map<string, bigint>();
  const tiles = counties.map(({ county, margin, alerts }): TileValue => {
    const net = parseQuantities(margin)[component];
    const city = prefectureOf(county.code);
    sums.set(city, (sums.get(city) ?? 0n) + net);
    return { code: county.code, net, text: rounded(component, net, unit), alerts };
  });
  const prefectures: Record<string, string> = {};
  for (const [city, sum] of sums) prefectures[city] = signed(rounded(component, sum, unit));
  return { tiles, prefectures };
}
