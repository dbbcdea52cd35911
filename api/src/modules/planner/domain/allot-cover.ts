import {
  addQuantities,
  lesserQuantities,
  type Quantities,
  subtractQuantities,
  zeroQuantities,
} from '@muheng/contracts/common/component';

/** What an open need still lacks. */
export interface OpenNeed {
  id: string;
  lacks: Quantities;
  /** The day by which it is wanted; null is as soon as may be. */
  wantedBy: string | null;
  registeredAt: Date;
}

/** Quota on its way, and the need for which it was bought; null: nobody said for which. */
export interface Arrival {
  needId: string | null;
  quantities: Quantities;
}

/** What of the party's own bank and of what is on its way covers one need. */
export interface Allotment {
  own: Quantities;
  coming: Quantities;
}

/** Who is served first: as soon as may be, then the earlier day, the earlier registration, the lesser id. */
export function inOrder(left: OpenNeed, right: OpenNeed): number {
  const [one, other] = [left.wantedBy ?? '', right.wantedBy ?? ''];
  if (one !== other) return one < other ? -1 : 1;
  return left.registeredAt.getTime() - right.registeredAt.getTime() || (left.id < right.id ? -1 : 1);
}

/**
 * Lets quota cover once, whatever needs a party has: what is on its way covers the need for which it was bought; then the
 * own bank, and last what of the arrivals is left, cover the needs in their order. Answers every need, in that order.
 */
export function allotCover(
  needs: readonly OpenNeed[],
  own: Quantities,
  arrivals: readonly Arrival[],
): Map<string, Allotment> {
  const sorted = needs.toSorted(inOrder);
  const covered = new Map(sorted.map(({ id }) => [id, { own: zeroQuantities, coming: zeroQuantities }]));
  /** Gives a need what it still lacks of a stock; answers what is left of it. */
  const give = (need: OpenNeed, kind: keyof Allotment, stock: Quantities): Quantities => {
    const got = covered.get(need.id);
    if (!got) return stock;
    const lacks = subtractQuantities(subtractQuantities(need.lacks, got.own), got.coming);
    const given = lesserQuantities(lacks, stock);
    got[kind] = addQuantities(got[kind], given);
    return subtractQuantities(stock, given);
  };
  let loose = zeroQuantities;
  for (const arrival of arrivals) {
    const named = sorted.find(({ id }) => id === arrival.needId);
    loose = addQuantities(loose, named ? give(named, 'coming', arrival.quantities) : arrival.quantities);
  }
  let bank = own;
  for (const need of sorted) bank = give(need, 'own', bank);
  for (const need of sorted) loose = give(need, 'coming', loose);
  return covered;
}
