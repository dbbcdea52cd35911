import {
  type Component,
  components,
  formatQuantities,
  parseQuantities,
  type Quantities,
  type QuantitiesWire,
} from '@muheng/contracts/common/component';

/** A lot that a seller may put up, with what of it is free. */
export interface FreeLot {
  id: string;
  number: string;
  available: QuantitiesWire;
}

export interface PutUp {
  items: ({ lotId: string } & QuantitiesWire)[];
  /** What the chosen lots do not reach; zero where they do. */
  missing: Quantities;
}

/** Takes from the chosen lots, in their order, as much of each component as is still asked for. */
export function putUp(wanted: QuantitiesWire, lots: readonly FreeLot[]): PutUp {
  const missing: Record<Component, bigint> = { ...parseQuantities(wanted) };
  const items = lots.flatMap((lot) => {
    const free = parseQuantities(lot.available);
    const taken: Record<Component, bigint> = { area: 0n, paddy: 0n, capacity: 0n };
    for (const each of components) {
      taken[each] = free[each] < missing[each] ? free[each] : missing[each];
      missing[each] -= taken[each];
    }
    const isNothing = components.every((each) => taken[each] === 0n);
    return isNothing ? [] : [{ lotId: lot.id, ...formatQuantities(taken as Quantities) }];
  });
  return { items, missing: missing as Quantities };
}
