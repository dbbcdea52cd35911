import { shanghaiDay } from '@muheng/contracts/common/calendar';
import type { NeedCategory } from './needs.js';

/** Why a party may not trade (domain §9); `default` is the ban after a trade that it broke (domain §14). */
export const suspensionGrounds = ['idle-land', 'assessment', 'bad-record', 'default'] as const;
export type SuspensionGround = (typeof suspensionGrounds)[number];

export interface Suspension {
  ground: SuspensionGround;
  since: Date;
  /** Null until somebody reinstates the party. */
  until: Date | null;
}

/** The projects for which a party with idle land may still buy (domain §9, S2 ¶12). */
const keyCategories: ReadonlySet<NeedCategory> = new Set(['national-key', 'regional-key', 'livelihood']);

/** What each ground forbids. A ban after default and a bad record reach the party's affiliates through the caller. */
const effects: Readonly<Record<SuspensionGround, { buying: 'all' | 'all-but-key'; listing: boolean }>> = {
  'idle-land': { buying: 'all-but-key', listing: true },
  assessment: { buying: 'all', listing: true },
  'bad-record': { buying: 'all', listing: true },
  default: { buying: 'all', listing: true },
};

const isActive = (each: Suspension, now: Date): boolean =>
  each.since <= now && (each.until === null || now < each.until);

/** The suspension that stops a party from listing at `now`. */
export const activeSuspension = (suspensions: readonly Suspension[], now: Date): Suspension | null =>
  suspensions.find((each) => isActive(each, now) && effects[each.ground].listing) ?? null;

/**
 * The suspension that stops a party from buying for needs of these categories. Idle land leaves key and livelihood
 * projects free, and only when every need that the purchase is for is one.
 */
export function buyingSuspension(
  suspensions: readonly Suspension[],
  purchaseFor: readonly NeedCategory[],
  now: Date,
): Suspension | null {
  const onlyKey = purchaseFor.length > 0 && purchaseFor.every((category) => keyCategories.has(category));
  return (
    suspensions.find(
      (each) => isActive(each, now) && !(effects[each.ground].buying === 'all-but-key' && onlyKey),
    ) ?? null
  );
}

export const suspensionParams = (party: string, { ground, until }: Suspension): Record<string, string> => ({
  party,
  ground,
  until: until ? shanghaiDay(until) : 'none',
});
