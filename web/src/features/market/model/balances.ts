import type { Component } from '@muheng/contracts/common/component';
import { type CapacityUnits, parseHa, parseKg, type SquareMetres } from '@muheng/contracts/common/quantity';
import { type AreaUnit, areaRound, capacityRound } from '../../../lib/format/area.js';
import { signed } from '../../../lib/format/digits.js';
import { prefectureOf } from '../../../lib/regions.js';
import type { TileValue } from '../../../ui/tile-grid/tile.js';
import type { CountyBalance } from './market-home.js';

/** Reads a wire quantity of a component: m² or 0.0001 kg. */
export const quantityOf = (component: Component, wire: string): bigint =>
  component === 'capacity' ? parseKg(wire) : parseHa(wire);

/** Whole units for tiles: 亩, 公顷 or 公斤, rounded half up. */
export const roundText = (component: Component, value: bigint, unit: AreaUnit): string =>
  component === 'capacity' ? capacityRound(value as CapacityUnits) : areaRound(value as SquareMetres, unit);

export interface BalanceSummary {
  tiles: TileValue[];
  prefectures: Record<string, string>;
  surplus: bigint;
  surplusCounties: number;
  shortage: bigint;
  shortageCounties: number;
  balanced: string[];
  greatest: bigint;
}

/** Tiles, sums by prefecture and headline totals of one component. Sums are of exact values, rounded once. */
export function summarise(balances: CountyBalance[], component: Component, unit: AreaUnit): BalanceSummary {
  const summary: BalanceSummary = {
    tiles: [],
    prefectures: {},
    surplus: 0n,
    surplusCounties: 0,
    shortage: 0n,
    shortageCounties: 0,
    balanced: [],
    greatest: 0n,
  };
  const sums = new Map<string, bigint>();
  for (const balance of balances) {
    const net = balance.margin === null ? null : quantityOf(component, balance.margin);
    summary.tiles.push({
      code: balance.code,
      net,
      text: net === null ? '—' : roundText(component, net, unit),
    });
    if (net === null) continue;
    const city = prefectureOf(balance.code);
    sums.set(city, (sums.get(city) ?? 0n) + net);
    if (net > 0n) {
      summary.surplus += net;
      summary.surplusCounties += 1;
      if (net > summary.greatest) summary.greatest = net;
    } else if (net < 0n) {
      summary.shortage -= net;
      summary.shortageCounties += 1;
    } else summary.balanced.push(balance.code);
  }
  for (const [city, sum] of sums) summary.prefectures[city] = signed(roundText(component, sum, unit));
  return summary;
}
