import {
  addQuantities,
  type Component,
  components,
  type Quantities,
  quantities,
  subtractQuantities,
  zeroQuantities,
} from '@muheng/contracts/common/component';
import { isNothing } from './amounts.js';

/** What one lot can give, in the order in which it is asked. */
export interface LotStock {
  lotId: string;
  holds: Quantities;
}

export interface Draw {
  lotId: string;
  quantities: Quantities;
}

export interface Drawn {
  draws: Draw[];
  /** What the lots together could not give. */
  missing: Quantities;
}

/**
 * Takes quantities out of lots, the first lot first, each component on its own: a project may draw its area from one
 * lot and its capacity from another (domain §5). What is missing is told, never taken.
 */
export function drawFrom(stocks: readonly LotStock[], asked: Quantities): Drawn {
  const left = { ...asked } as Record<Component, bigint>;
  const draws = stocks.map(({ lotId, holds }) => {
    const take = (component: Component): bigint => {
      const amount = left[component] < holds[component] ? left[component] : holds[component];
      left[component] -= amount;
      return amount;
    };
    return { lotId, quantities: quantities(take('area'), take('paddy'), take('capacity')) };
  });
  return {
    draws: draws.filter((draw) => !isNothing(draw.quantities)),
    missing: quantities(left.area, left.paddy, left.capacity),
  };
}

export const totalOf = (draws: readonly { quantities: Quantities }[]): Quantities =>
  draws.reduce((sum, draw) => addQuantities(sum, draw.quantities), zeroQuantities);

/** The first component of which more is asked than there is; null when there is enough of all. */
export const shortComponent = (held: Quantities, asked: Quantities): Component | null =>
  components.find((component) => asked[component] > held[component]) ?? null;

/** Component by component the lesser of the two. */
export const lesserOf = (left: Quantities, right: Quantities): Quantities =>
  subtractQuantities(left, overOf(left, right));

/** Component by component what `left` has more than `right`, never below zero. */
export const overOf = (left: Quantities, right: Quantities): Quantities => {
  const difference = subtractQuantities(left, right);
  const over = (component: Component): bigint => (difference[component] > 0n ? difference[component] : 0n);
  return quantities(over('area'), over('paddy'), over('capacity'));
};
