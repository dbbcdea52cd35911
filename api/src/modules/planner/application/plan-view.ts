import {
  addQuantities,
  formatQuantities,
  type Quantities,
  quantities,
  subtractQuantities,
  zeroQuantities,
  zipQuantities,
} from '@muheng/contracts/common/component';
import { formatCny, scaleHalfUp } from '@muheng/contracts/common/quantity';
import type { plan as planSchema, planItem as planItemSchema } from '@muheng/contracts/planner';
import type { z } from 'zod';
import { big, exact, shareOf } from '../domain/exact.js';
import type { Judged } from './market-offers.js';
import type { BuiltTask } from './solver/build-task.js';
import type { SolvedAim } from './solver/solver-task.js';

export type PlanView = z.input<typeof planSchema>;
export type PlanItemView = z.input<typeof planItemSchema>;

export interface Wanted {
  required: Quantities;
  own: Quantities;
  /** Won or led already, and not here yet: as much of it as covers this need. */
  coming: Quantities;
  toBuy: Quantities;
  /** Null: no cap. */
  allowed: Quantities | null;
}

export const offerView = ({ row, offer, parts }: Judged) => ({
  offerId: row.id,
  source: row.source,
  listingId: row.source === 'listing' ? row.id : null,
  number: row.number,
  title: row.title,
  seller: {
    code: row.sellerCode,
    nameZh: row.sellerNameZh,
    nameEn: row.sellerNameEn,
    regionCode: row.regionCode,
  },
  form: row.form,
  divisible: parts > 1n,
  ofParts: exact(parts),
  offered: formatQuantities(offer.offered),
});

interface Line {
  judged: Judged;
  taken: bigint;
  bought: Quantities;
  low: bigint;
  expected: bigint;
  high: bigint | null;
  deposit: bigint;
}

function lineOf(judged: Judged, taken: bigint): Line {
  const { offer, price, parts } = judged;
  const share = (whole: bigint): bigint => scaleHalfUp(whole, taken, parts);
  return {
    judged,
    taken,
    bought: shareOf(offer.offered, taken, parts),
    low: share(price.low),
    expected: share(price.expected),
    high: price.high === null ? null : share(price.high),
    // Who bids for a part pays the deposit for the whole lot (the forms know no other).
    deposit: offer.deposit,
  };
}

/** Recounts a solver's choice in big integers. Null when it does not hold: then it is not shown. */
export function planView(
  solved: SolvedAim,
  { offers, locked }: Pick<BuiltTask, 'offers' | 'locked'>,
  wanted: Wanted,
): PlanView | null {
  const found = solved.taken.flatMap(([at, taken]) => {
    const judged = offers[at];
    return judged ? [lineOf(judged, big(taken))] : [];
  });
  const lines = [...locked.map((judged) => lineOf(judged, judged.locked ?? 0n)), ...found];
  const bought = lines.reduce((sum, each) => addQuantities(sum, each.bought), zeroQuantities);
  const lockedCost = lines.slice(0, locked.length).reduce((total, line) => total + line.expected, 0n);
  const { allowed, own, coming, required } = wanted;
  if (allowed && exceeds(bought, allowed)) return null;
  const covered = addQuantities(addQuantities(own, coming), bought);
  const sum = (pick: (line: Line) => bigint): bigint => lines.reduce((total, line) => total + pick(line), 0n);
  const bounded = lines.every((line) => line.high !== null);
  const readyAt = lines.map((line) => line.judged.dates.readyAt).sort((a, b) => b.getTime() - a.getTime())[0];
  return {
    aim: solved.aim,
    items: lines.map(itemView),
    covered: formatQuantities(covered),
    surplus: formatQuantities(positive(subtractQuantities(covered, required))),
    short: formatQuantities(positive(subtractQuantities(required, covered))),
    costCny: formatCny(sum((line) => line.expected)),
    lowCny: formatCny(sum((line) => line.low)),
    highCny: bounded ? formatCny(sum((line) => line.high ?? 0n)) : null,
    depositCny: formatCny(sum((line) => line.deposit)),
    counterparties: new Set(lines.map((line) => line.judged.row.sellerCode)).size,
    readyAt: readyAt?.toISOString() ?? null,
    proven: solved.proven,
    boundCny: solved.bound === null ? null : formatCny(big(solved.bound) + lockedCost),
  };
}

const exceeds = (left: Quantities, right: Quantities): boolean =>
  left.area > right.area || left.paddy > right.paddy || left.capacity > right.capacity;

const positive = (each: Quantities): Quantities =>
  zipQuantities(each, quantities(0n, 0n, 0n), (value) => (value > 0n ? value : 0n));

const itemView = ({ judged, taken, bought, low, expected, high, deposit }: Line): PlanItemView => ({
  ...offerView(judged),
  quantities: formatQuantities(bought),
  parts: exact(taken),
  locked: judged.locked !== null,
  expectedCny: formatCny(expected),
  wholeCny: formatCny(judged.price.expected),
  lowCny: formatCny(low),
  highCny: high === null ? null : formatCny(high),
  depositCny: formatCny(deposit),
  dates: {
    closesAt: judged.dates.closesAt.toISOString(),
    publicityEndsAt: judged.dates.publicityEndsAt.toISOString(),
    readyAt: judged.dates.readyAt.toISOString(),
  },
});
