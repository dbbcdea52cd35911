import { components, type QuotaKind } from '@muheng/contracts/common/component';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { Draw } from '../domain/draw-quota.js';
import { addFrozen, insertFreeze } from '../persistence/freeze.repository.js';
import { findStock } from '../persistence/stock.repository.js';
import { moveDraws } from './move-draws.js';

/**
 * Freezes what a seller in default got back, exactly as much and no more (domain §14), inside the caller's transaction:
 * it stands in `available` and goes on to `frozen`. The region lifts it like any other freeze.
 */
export async function freezeReturned(
  tx: Tx,
  partyId: string,
  quota: QuotaKind,
  reason: string,
  returned: readonly Draw[],
): Promise<void> {
  const stock = await findStock(
    tx,
    returned.map(({ lotId }) => lotId),
    'available',
  );
  const held = new Map(stock.map(({ lotId, holds }) => [lotId, holds]));
  for (const draw of returned) {
    // A lot that stands under a whole freeze has taken it already.
    const there = held.get(draw.lotId);
    if (!there || components.some((component) => there[component] < draw.quantities[component])) continue;
    const id = uuidv7();
    const freeze = { id, partyId, lotId: draw.lotId, ground: 'seller-default', reason } as const;
    await insertFreeze(tx, { ...freeze, patchNo: null, partial: true, byPersonId: null });
    await addFrozen(tx, id, [draw]);
    const move = { subjectType: 'freeze', subjectId: id, partyId, quota } as const;
    await moveDraws(tx, { ...move, kind: 'freeze', from: 'available', to: 'frozen' }, [draw]);
    tx.audit('quota-freeze', id, { reason });
  }
}
