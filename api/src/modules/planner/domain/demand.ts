import { components, type Quantities } from '@muheng/contracts/common/component';
import { type Refused, refuse } from '@muheng/contracts/common/problems';

/** A published need: how much is still wanted, and what one 亩 may cost, in 分. */
export interface Wanted {
  quantities: Quantities;
  limitPerMu: bigint | null;
}

export interface OnOffer {
  quantities: Quantities;
  /** 分 for the whole. */
  price: bigint;
}

/** 10 000 m² = 15 亩: price ≤ limit × 亩, in whole numbers. */
const isWithinLimit = ({ quantities, price }: OnOffer, limitPerMu: bigint): boolean => {
  const land = quantities.area > quantities.paddy ? quantities.area : quantities.paddy;
  return land > 0n && price * 10_000n <= limitPerMu * land * 15n;
};

/** Whether an offer is for this need: no component beyond what is wanted, something of it, and within the limit. */
export function isMatch(wanted: Wanted, offer: OnOffer): boolean {
  const fits = components.every((each) => offer.quantities[each] <= wanted.quantities[each]);
  const helps = components.some((each) => offer.quantities[each] > 0n);
  return fits && helps && (wanted.limitPerMu === null || isWithinLimit(offer, wanted.limitPerMu));
}

export interface Level {
  limitPerMu: bigint | null;
  needs: number;
  area: bigint;
  cumulative: bigint;
}

/** Depth by price, dearest first; those who say no limit stand last, for nobody knows their price. */
export function depthOf(demands: readonly Wanted[]): Level[] {
  const byLimit = new Map<bigint | null, { needs: number; area: bigint }>();
  for (const { limitPerMu, quantities } of demands) {
    const level = byLimit.get(limitPerMu) ?? { needs: 0, area: 0n };
    byLimit.set(limitPerMu, { needs: level.needs + 1, area: level.area + quantities.area });
  }
  const order = (left: bigint | null, right: bigint | null): number => {
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    return left > right ? -1 : left < right ? 1 : 0;
  };
  let cumulative = 0n;
  return [...byLimit]
    .sort(([left], [right]) => order(left, right))
    .map(([limitPerMu, { needs, area }]) => {
      cumulative += area;
      return { limitPerMu, needs, area, cumulative };
    });
}

/** A demand is valid for at least a day and at most a year. */
export function refuseValidity(validUntil: string, today: string, latest: string): Refused | null {
  if (validUntil > today && validUntil <= latest) return null;
  return refuse('demand.validity', { validUntil, latest }, '/validUntil');
}
