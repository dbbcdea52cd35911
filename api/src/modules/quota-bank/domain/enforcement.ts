import { type Component, components, type Quantities, quantities } from '@muheng/contracts/common/component';
import { isNothing } from './amounts.js';

/** Continuous enforcement of county-first (domain §8): what happens to a county's listings when a margin turns negative. */

/** How far a listing has come when the breach is found. */
export const enforcementStages = [
  'not-open',
  'open-without-bids',
  'open-with-bids',
  'closed-unconfirmed',
  'confirmed',
] as const;
export type EnforcementStage = (typeof enforcementStages)[number];

interface StageRule {
  /** `reduce`: at once; `offer`: suspend and let the seller choose; `regulator`: raise a breach; `block`: new listings. */
  response: 'reduce' | 'offer' | 'regulator' | 'block';
  /** Working days for the answer, and what happens without one. */
  answerWithinWorkingDays: number | null;
  withoutAnswer: 'terminate' | 'continue' | null;
}

/** The table of domain §8, row by row. */
export const enforcementTable: Readonly<Record<EnforcementStage, StageRule>> = {
  'not-open': { response: 'reduce', answerWithinWorkingDays: null, withoutAnswer: null },
  'open-without-bids': { response: 'offer', answerWithinWorkingDays: 5, withoutAnswer: 'terminate' },
  'open-with-bids': { response: 'regulator', answerWithinWorkingDays: 1, withoutAnswer: 'continue' },
  'closed-unconfirmed': { response: 'regulator', answerWithinWorkingDays: 1, withoutAnswer: 'continue' },
  confirmed: { response: 'block', answerWithinWorkingDays: null, withoutAnswer: null },
};

export interface ListedQuantity {
  listing: string;
  stage: EnforcementStage;
  listed: Quantities;
}

interface Finding {
  listing: string;
  stage: EnforcementStage;
  /** The part of the county's shortfall that this listing could give back. */
  shortfall: Quantities;
  rule: StageRule;
}

/** What to do with one listing. `reduced` is the largest quantity with every margin ≥ 0. */
export type EnforcementAction =
  | (Finding & { action: 'reduce' | 'offer-reduction'; reduced: Quantities })
  | (Finding & { action: 'withdraw' | 'terminate' | 'raise-breach' | 'block-new-listings' });

/** Listings that are furthest from a buyer give way first, and of one stage the one given first. */
const inOrderOfGivingWay = (listings: readonly ListedQuantity[]): ListedQuantity[] =>
  enforcementStages.flatMap((stage) => listings.filter((each) => each.stage === stage));

/**
 * Breach ⇔ some margin < 0 while the county has a listing that contains that component; shortfall = −margin. A county
 * with a negative margin and no such listing is a deficit county and gets no action. Give the listings newest first.
 * `smallestLot` is the least quantity worth listing: m² of area (of paddy where there is no area); 0 sets no bound.
 */
export function enforce(
  margin: Quantities,
  listings: readonly ListedQuantity[],
  smallestLot: bigint,
): EnforcementAction[] {
  const missing = { ...quantities(0n, 0n, 0n) } as Record<Component, bigint>;
  for (const component of components) missing[component] = margin[component] < 0n ? -margin[component] : 0n;
  return inOrderOfGivingWay(listings).flatMap((each) => {
    const given = quantities(
      lesser(missing.area, each.listed.area),
      lesser(missing.paddy, each.listed.paddy),
      lesser(missing.capacity, each.listed.capacity),
    );
    if (isNothing(given)) return [];
    for (const component of components) missing[component] -= given[component];
    return [actionFor(each, given, smallestLot)];
  });
}

function actionFor(each: ListedQuantity, given: Quantities, smallestLot: bigint): EnforcementAction {
  const rule = enforcementTable[each.stage];
  const finding: Finding = { listing: each.listing, stage: each.stage, shortfall: given, rule };
  const reduced = quantities(
    each.listed.area - given.area,
    each.listed.paddy - given.paddy,
    each.listed.capacity - given.capacity,
  );
  const worthListing = !isNothing(reduced) && !isBelowLot(each.listed, reduced, smallestLot);
  switch (rule.response) {
    case 'reduce':
      return worthListing ? { ...finding, action: 'reduce', reduced } : { ...finding, action: 'withdraw' };
    case 'offer':
      return worthListing
        ? { ...finding, action: 'offer-reduction', reduced }
        : { ...finding, action: 'terminate' };
    case 'regulator':
      return { ...finding, action: 'raise-breach' };
    case 'block':
      return { ...finding, action: 'block-new-listings' };
  }
}

/** The smallest lot is measured in the land that the listing sells: area, else paddy; capacity alone has none. */
function isBelowLot(listed: Quantities, reduced: Quantities, smallestLot: bigint): boolean {
  if (listed.area > 0n) return reduced.area === 0n || reduced.area < smallestLot;
  if (listed.paddy > 0n) return reduced.paddy === 0n || reduced.paddy < smallestLot;
  return false;
}

const lesser = (left: bigint, right: bigint): bigint => (left < right ? left : right);

/**
 * Shares a reduced total out over a listing's items: what goes back is taken from the last item first, so that the
 * first lots stay whole. Throws RangeError when the items hold less than `reduced`.
 */
export function shrinkItems<Item extends { quantities: Quantities }>(
  items: readonly Item[],
  reduced: Quantities,
): Item[] {
  const left = { ...reduced } as Record<Component, bigint>;
  const kept = items.map((item) => {
    const take = (component: Component): bigint => {
      const amount = lesser(left[component], item.quantities[component]);
      left[component] -= amount;
      return amount;
    };
    return { ...item, quantities: quantities(take('area'), take('paddy'), take('capacity')) };
  });
  if (components.some((component) => left[component] > 0n))
    throw new RangeError('the items hold less than that');
  return kept.filter((item) => !isNothing(item.quantities));
}
