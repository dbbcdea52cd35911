import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { isNothing } from '../domain/amounts.js';
import { addFrozen, findWholeFreezes } from '../persistence/freeze.repository.js';
import { findStock } from '../persistence/stock.repository.js';
import { moveDraws } from './move-draws.js';

/**
 * What comes back to `available` of a lot that stands under a whole freeze (an ended listing, a released earmark, a
 * lifted second freeze) goes on to `frozen`, so that it counts in nobody's surplus. Call it after every such return.
 */
export async function keepFrozen(tx: Tx, lotIds: readonly string[]): Promise<void> {
  const freezes = await findWholeFreezes(tx, [...new Set(lotIds)]);
  if (freezes.length === 0) return;
  const stock = await findStock(
    tx,
    freezes.map((each) => each.lotId),
    'available',
  );
  const groups = new Map<string, typeof freezes>();
  for (const each of freezes) groups.set(each.freezeId, [...(groups.get(each.freezeId) ?? []), each]);
  for (const [freezeId, lots] of groups) {
    for (const quota of ['LSQ', 'SFQ'] as const) {
      const [first] = lots.filter((lot) => lot.quota === quota);
      const ids = new Set(lots.filter((lot) => lot.quota === quota).map((lot) => lot.lotId));
      const draws = stock
        .filter((lot) => ids.has(lot.lotId) && !isNothing(lot.holds))
        .map(({ lotId, holds }) => ({ lotId, quantities: holds }));
      if (!first || draws.length === 0) continue;
      const move = { subjectType: 'freeze', subjectId: freezeId, partyId: first.partyId, quota } as const;
      await addFrozen(tx, freezeId, draws);
      await moveDraws(tx, { ...move, kind: 'freeze', from: 'available', to: 'frozen' }, draws);
    }
  }
}
