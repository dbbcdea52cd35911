import type { Quantities } from '@muheng/contracts/common/component';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { drawFrom, lesserOf, overOf } from '../domain/draw-quota.js';
import { isNothing } from '../domain/amounts.js';
import { findFreezesOfLot, takeFrozen } from '../persistence/freeze.repository.js';
import type { StockRow } from '../persistence/stock.repository.js';
import { type DrawMove, moveDraws } from './move-draws.js';

/**
 * Takes quota of one lot out of the market for good, frozen quota first: what is in doubt goes before what is not. The
 * freezes that held it hold the less. `frozen` and `available` are what the lot has; together they must be enough.
 */
export async function takeOut(
  tx: Tx,
  move: Pick<DrawMove, 'kind' | 'subjectType' | 'subjectId' | 'to'>,
  lot: Pick<StockRow, 'lotId' | 'ownerId' | 'quota'>,
  frozen: Quantities,
  asked: Quantities,
): Promise<void> {
  const { lotId, ownerId, quota } = lot;
  const fromFrozen = lesserOf(asked, frozen);
  const parts = [
    { from: 'frozen' as const, quantities: fromFrozen },
    { from: 'available' as const, quantities: overOf(asked, fromFrozen) },
  ].filter((part) => !isNothing(part.quantities));
  for (const { from, quantities } of parts) {
    await moveDraws(tx, { ...move, partyId: ownerId, quota, from }, [{ lotId, quantities }]);
  }
  if (!isNothing(fromFrozen)) await lessenFreezes(tx, lotId, fromFrozen);
}

async function lessenFreezes(tx: Tx, lotId: string, taken: Quantities): Promise<void> {
  const holds = await findFreezesOfLot(tx, lotId);
  const { draws } = drawFrom(
    holds.map(({ freezeId, quantities }) => ({ lotId: freezeId, holds: quantities })),
    taken,
  );
  await takeFrozen(
    tx,
    lotId,
    draws.map(({ lotId: freezeId, quantities }) => ({ freezeId, quantities })),
  );
}
