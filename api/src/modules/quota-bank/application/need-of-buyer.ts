import {
  quantities,
  type Quantities,
  type QuotaKind,
  subtractQuantities,
} from '@muheng/contracts/common/component';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { findNeed, findOpenNeeds } from '../persistence/need.repository.js';
import { quantitiesOf } from '../persistence/quantity-columns.js';

/** A need on record, for the planner. */
export interface BuyerNeed {
  id: string;
  number: string;
  title: string;
  quota: QuotaKind;
  status: 'open' | 'covered' | 'withdrawn';
  required: Quantities;
  uncovered: Quantities;
  wantedBy: string | null;
}

/**
 * A party's own need by its id, or the open one of a project. Throws `quota.need-not-found` with the field, also for
 * somebody else's need.
 */
export async function needOfBuyer(
  tx: Tx | ReadTx,
  partyId: string,
  quota: QuotaKind,
  named: { needId?: string | undefined; projectCode?: string | undefined },
): Promise<BuyerNeed> {
  const found =
    named.needId === undefined
      ? (await findOpenNeeds(tx, [partyId], quota)).find((row) => row.projectCode === named.projectCode)
      : await findNeed(tx, named.needId);
  if (!found || found.partyId !== partyId) {
    const [need, field] =
      named.needId === undefined ? [named.projectCode, 'projectCode'] : [named.needId, 'needId'];
    throw new Refusal('quota.need-not-found', { params: { need: need ?? '' }, pointer: `/${field}` });
  }
  const required = quantitiesOf(found);
  const covered = quantities(found.coveredArea, found.coveredPaddy, found.coveredCapacity);
  const { id, number, title, status, wantedBy } = found;
  const uncovered = subtractQuantities(required, covered);
  return { id, number, title, quota: found.quota, status, required, uncovered, wantedBy };
}
