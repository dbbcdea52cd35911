import {
  components,
  formatQuantities,
  parseQuantities,
  type Quantities,
  type QuantitiesWire,
  quantities,
} from '@muheng/contracts/common/component';
import { formatCny, parseCny, scaleDown } from '@muheng/contracts/common/quantity';

export interface QuantifiedItem {
  lotId: string;
  quantities: QuantitiesWire;
}

/**
 * Items that ask for at most `largest` in each component: what is too much is taken from the last lot first, and a lot
 * that is left with nothing drops out. The way out of a refusal by county-first.
 */
export function shrinkTo(items: readonly QuantifiedItem[], largest: QuantitiesWire): QuantifiedItem[] {
  const left = parseQuantities(largest);
  let rest: Record<keyof Quantities, bigint> = {
    area: left.area,
    paddy: left.paddy,
    capacity: left.capacity,
  };
  return items.flatMap((item) => {
    const asked = parseQuantities(item.quantities);
    const take = { area: 0n, paddy: 0n, capacity: 0n };
    for (const component of components) {
      take[component] = asked[component] < rest[component] ? asked[component] : rest[component];
    }
    rest = {
      area: rest.area - take.area,
      paddy: rest.paddy - take.paddy,
      capacity: rest.capacity - take.capacity,
    };
    if (components.every((component) => take[component] === 0n)) return [];
    return [
      { lotId: item.lotId, quantities: formatQuantities(quantities(take.area, take.paddy, take.capacity)) },
    ];
  });
}

const sizeOf = (items: readonly QuantifiedItem[]): Record<keyof Quantities, bigint> => {
  const sum = { area: 0n, paddy: 0n, capacity: 0n };
  for (const item of items) {
    const each = parseQuantities(item.quantities);
    for (const component of components) sum[component] += each[component];
  }
  return sum;
};

const tuple = (sum: Record<keyof Quantities, bigint>): [bigint, bigint, bigint] => [
  sum.area,
  sum.paddy,
  sum.capacity,
];

/** A title that names the size names the new one: the market's own titles do. */
export function titleAfter(
  title: string,
  before: readonly QuantifiedItem[],
  after: readonly QuantifiedItem[],
): string {
  const was = formatQuantities(quantities(...tuple(sizeOf(before))));
  const is = formatQuantities(quantities(...tuple(sizeOf(after))));
  const field = (['areaHa', 'paddyHa', 'capacityKg'] as const).find(
    (one) => title.includes(was[one]) && !/^0\.0+$/.test(was[one]),
  );
  return field === undefined ? title : title.replace(was[field], is[field]);
}

/** The start price in the proportion of what is left: of the area, else of the paddy, else of the capacity; rounded down. */
export function startAfter(
  startPriceCny: string,
  before: readonly QuantifiedItem[],
  after: readonly QuantifiedItem[],
): string {
  const was = sizeOf(before);
  const is = sizeOf(after);
  const by = components.find((component) => was[component] > 0n);
  if (by === undefined || is[by] === 0n) return startPriceCny;
  return formatCny(scaleDown(parseCny(startPriceCny), is[by], was[by]));
}
