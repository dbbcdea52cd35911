import { components, type Quantities } from '@muheng/contracts/common/component';
import type { Triple } from './cover.js';

/** An amount as a number that a double holds exactly; throws RangeError beyond 2^53, which no region's quota reaches. */
export function exact(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large to plan with`);
  return number;
}

export const exactTriple = (each: Quantities): Triple => [
  exact(each.area),
  exact(each.paddy),
  exact(each.capacity),
];

/** An amount that the search found, back in whole units. */
export const big = (value: number): bigint => BigInt(Math.round(value));

/** Units of each component that `parts` of `whole` bring, rounded down. */
export const shareOf = (each: Quantities, taken: bigint, parts: bigint): Quantities => {
  const part = { ...each } as Record<(typeof components)[number], bigint>;
  for (const component of components) part[component] = (each[component] * taken) / parts;
  return part as Quantities;
};
