import { apportion } from '@muheng/contracts/common/apportion';
import { type Quantities, quantities } from '@muheng/contracts/common/component';

export interface DivisibleItem {
  lotId: string;
  quantities: Quantities;
}

export interface SplitItems {
  /** One list for each asked area, in the order asked. */
  parts: DivisibleItem[][];
  /** What nobody asked for. */
  rest: DivisibleItem[];
}

/**
 * Shares items among buyers by area: lot after lot, each buyer in turn; within a lot a part takes every other component
 * in proportion to area, by the largest remainder (replay.md "Sealed forms"). Throws RangeError when more area is asked
 * than there is, or when a lot has none.
 */
export function splitItems(items: readonly DivisibleItem[], areas: readonly bigint[]): SplitItems {
  const parts: DivisibleItem[][] = areas.map(() => []);
  const left = [...areas];
  const rest: DivisibleItem[] = [];
  for (const { lotId, quantities: whole } of items) {
    if (whole.area === 0n) throw new RangeError(`lot ${lotId} has no area to share by`);
    let free: bigint = whole.area;
    const taken = left.map((wanted) => {
      const part = wanted < free ? wanted : free;
      free -= part;
      return part;
    });
    const weights = [...taken, free];
    const paddy = apportion(whole.paddy, weights);
    const capacity = apportion(whole.capacity, weights);
    for (const [index, area] of weights.entries()) {
      if (area === 0n) continue;
      const part = { lotId, quantities: quantities(area, paddy[index] ?? 0n, capacity[index] ?? 0n) };
      if (index === areas.length) rest.push(part);
      else parts[index]?.push(part);
      if (index < areas.length) left[index] = (left[index] ?? 0n) - area;
    }
  }
  if (left.some((each) => each > 0n)) throw new RangeError('more area was asked than there is');
  return { parts, rest };
}
