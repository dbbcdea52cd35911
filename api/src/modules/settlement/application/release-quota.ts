import { assetOf, components } from '@muheng/contracts/common/component';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { moveQuota } from '../../ledger/application/journal.js';
import { keepFrozen } from '../../quota-bank/application/keep-frozen.js';
import { findTradeItems, type TradeItemRow } from '../persistence/trade-item.repository.js';
import type { TradeRow } from '../persistence/trade.repository.js';

/** Back to the seller's `available`; listing it again is the seller's act (replay.md "Default"). Answers what it was. */
export async function releaseQuota(tx: Tx, trade: TradeRow): Promise<TradeItemRow[]> {
  const items = await findTradeItems(tx, trade.id);
  await moveQuota(
    tx,
    items.flatMap((item) =>
      components.map((component) => ({
        kind: 'settlement-release',
        subjectType: 'trade',
        subjectId: trade.id,
        lotId: item.lotId,
        asset: assetOf(trade.quota, component),
        amount: item.quantities[component],
        from: 'in-settlement' as const,
        to: 'available' as const,
        toPartyId: trade.sellerId,
        toLotId: item.lotId,
      })),
    ),
  );
  await keepFrozen(
    tx,
    items.map((item) => item.lotId),
  );
  return items;
}
