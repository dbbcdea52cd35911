import { type Quantities, quantities, subtractQuantities, zipQuantities } from '@muheng/contracts/common/component';

export interface Coverage {
  id: string;
  more: Quantities;
}

/**
 * Spreads bought quota over needs in the order given, each component by itself: a need takes what it lacks, the next
 * one what is left. Needs that get nothing are left out; a rest beyond all needs covers none.
 */
export function coverNeeds(
  needs: readonly { id: string; uncovered: Quantities }[],
  bought: Quantities,
): Coverage[] {
  let left = bought;
  const all = needs.map(({ id, uncovered }) => {
    const more = zipQuantities(uncovered, left, (lacking, rest) => (lacking < rest ? lacking : rest));
    left = subtractQuantities(left, more);
    return { id, more: quantities(more.area, more.paddy, more.capacity) };
  });
  return all.filter(({ more }) => more.area + more.paddy + more.capacity > 0n);
}
