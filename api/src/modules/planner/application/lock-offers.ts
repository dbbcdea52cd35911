import {
  addQuantities,
  components,
  type Quantities,
  zeroQuantities,
} from '@muheng/contracts/common/component';
import type { planInput } from '@muheng/contracts/planner';
import type { z } from 'zod';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { shareOf } from '../domain/exact.js';
import type { Judged } from './market-offers.js';

type Locks = NonNullable<z.output<typeof planInput>['lock']>;

/**
 * Marks the offers that every plan is to have. Throws `planner.lock-unknown`, `.lock-excluded` (the market would refuse
 * it), `.lock-parts` (a share of what is divisible has to be said), `.lock-exceeds` (together more than may be bought).
 */
export function lockOffers(judged: Judged[], locks: Locks, allowed: Quantities | null): Judged[] {
  const byId = new Map(judged.map((each) => [each.row.id, each]));
  let sum = zeroQuantities;
  const locked = new Map<string, bigint>();
  for (const [at, { offerId, parts }] of locks.entries()) {
    const pointer = `/lock/${at}/offerId`;
    const found = byId.get(offerId);
    if (!found) throw new Refusal('planner.lock-unknown', { params: { offer: offerId }, pointer });
    const lot = found.row.number ?? found.row.title;
    if (found.exclusion)
      throw new Refusal('planner.lock-excluded', { params: { lot, rule: found.exclusion.rule }, pointer });
    const taken = BigInt(parts ?? 1);
    if ((parts === undefined && found.parts > 1n) || taken > found.parts)
      throw new Refusal('planner.lock-parts', {
        params: { lot, parts: found.parts.toString() },
        pointer: `/lock/${at}/parts`,
      });
    locked.set(offerId, taken);
    sum = addQuantities(sum, shareOf(found.offer.offered, taken, found.parts));
  }
  const over = allowed && components.find((each) => sum[each] > allowed[each]);
  if (over) throw new Refusal('planner.lock-exceeds', { params: { component: over }, pointer: '/lock' });
  return judged.map((each) => ({ ...each, locked: locked.get(each.row.id) ?? null }));
}
