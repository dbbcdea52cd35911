import { addMonths } from '@muheng/contracts/common/calendar';
import {
  addQuantities,
  type Quantities,
  type QuotaKind,
  subtractQuantities,
  zeroQuantities,
} from '@muheng/contracts/common/component';

/** A local demand for quota (domain §8, replay.md "Needs"). A zone's or a project owner's need has its own party. */
export const needCategories = [
  'construction',
  'national-key',
  'regional-key',
  'livelihood',
  'village-housing',
  'rural-development',
] as const;
export type NeedCategory = (typeof needCategories)[number];

export interface Need {
  quota: QuotaKind;
  category: NeedCategory;
  required: Quantities;
  covered: Quantities;
  /** When the quota is wanted; null is as soon as may be. */
  wantedBy: Date | null;
}

/** Of linkage needs only these hold back sale; the others are demand for land to build on (replay.md "Needs"). */
const holdsBackLinkage: ReadonlySet<NeedCategory> = new Set(['village-housing', 'rural-development']);

/** Whether a county's own need of this category counts in its Need. */
export const countsInNeed = (quota: QuotaKind, category: NeedCategory): boolean =>
  quota === 'SFQ' || holdsBackLinkage.has(category);

const uncovered = (needs: readonly Need[]): Quantities =>
  needs.reduce(
    (sum, each) => addQuantities(sum, subtractQuantities(each.required, each.covered)),
    zeroQuantities,
  );

/**
 * Need of domain §8: what a county's own open needs still lack within the policy's horizon. Pass the open needs of the
 * county itself, never those of zones or project owners that lie in it.
 */
export function countyNeed(
  quota: QuotaKind,
  needs: readonly Need[],
  now: Date,
  horizonMonths: number,
): Quantities {
  const horizon = addMonths(now, horizonMonths);
  return uncovered(
    needs.filter(
      (each) =>
        each.quota === quota &&
        countsInNeed(quota, each.category) &&
        (each.wantedBy === null || each.wantedBy <= horizon),
    ),
  );
}

/** What a party may want to buy by its declared needs: a county's linkage demand, or all needs of zone and owner. */
export function declaredDemand(quota: QuotaKind, needs: readonly Need[], buyerIsCounty: boolean): Quantities {
  return uncovered(
    needs.filter((each) => each.quota === quota && !(buyerIsCounty && countsInNeed(quota, each.category))),
  );
}
