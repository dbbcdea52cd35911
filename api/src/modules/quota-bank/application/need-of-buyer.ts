import {
  quantities,
  type Quantities,
  type QuotaKind,
  subtractQuantities,
} from '@muheng/contracts/common/component';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { findNeed, findOpenNeeds, type NeedRow } from '../persistence/need.repository.js';
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
  registeredAt: Date;
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
  return buyerNeed(found);
}

/** All open needs of a party for one indicator. */
export const openNeedsOfBuyer = async (
  tx: Tx | ReadTx,
  partyId: string,
  quota: QuotaKind,
): Promise<BuyerNeed[]> => (await findOpenNeeds(tx, [partyId], quota)).map(buyerNeed);

function buyerNeed(row: NeedRow): BuyerNeed {
  const required = quantitiesOf(row);
  const covered = quantities(row.coveredArea, row.coveredPaddy, row.coveredCapacity);
  const { id, number, title, quota, status, wantedBy, registeredAt } = row;
  const uncovered = subtractQuantities(required, covered);
  return { id, number, title, quota, status, required, uncovered, wantedBy, registeredAt };
}
