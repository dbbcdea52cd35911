import { addMonths, shanghaiYear } from '@muheng/contracts/common/calendar';
import { assetOf, components } from '@muheng/contracts/common/component';
import type { Fen } from '@muheng/contracts/common/quantity';
import { v7 as uuidv7 } from 'uuid';
import { decided } from '../../../../kernel/errors/decided.js';
import { failpoint } from '../../../../kernel/failpoint.js';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import { moveQuota, type Posting, postEntries, type QuotaMove } from '../../../ledger/application/journal.js';
import { recordListingPriority } from '../../../listings/application/record-priority.js';
import { nextTradeStatus } from '../../domain/lifecycle.js';
import { nextNumber } from '../../persistence/number-series.js';
import {
  findTradeItems,
  insertBoughtLot,
  type TradeItemRow,
} from '../../persistence/trade-item.repository.js';
import { codeOf, countiesAmong } from '../../persistence/trade-parties.repository.js';
import { insertStep, type TradeRow, updateTrade } from '../../persistence/trade.repository.js';
import { proceedsOf } from './proceeds-plan.js';
import type { SagaStep } from './saga-step.js';

/**
 * Money and quota change hands in one transaction, or not at all: the buyer's escrow becomes payable to those who are
 * owed the price, the seller's quota in settlement becomes the buyer's own. A need is covered later, by earmark or write-off: until then what was
 * bought counts as available, and counting it as cover too would double it (domain §8).
 */
export const transferQuota: SagaStep = {
  name: 'transfer',
  counties: (tx, trade) => countiesAmong(tx, [trade.sellerId, trade.buyerId]),
  act: async (tx, trade) => {
    const status = decided(nextTradeStatus(trade.status, 'transfer-quota'));
    await payPrice(tx, trade);
    failpoint('settle:between-money-and-quota');
    await handOver(tx, trade, await findTradeItems(tx, trade.id));
    await recordListingPriority(tx, trade.listingId, 'transfer', tx.now);
    await updateTrade(tx, trade.id, { status, transferredAt: tx.now });
    await insertStep(tx, trade.id, 'quota-transferred');
    return true;
  },
};

async function payPrice(tx: Tx, trade: TradeRow): Promise<void> {
  const owed = new Map<string, bigint>();
  for (const { holderId, amount } of await proceedsOf(tx, trade, trade.price as Fen)) {
    owed.set(holderId, (owed.get(holderId) ?? 0n) + amount);
  }
  const postings: Posting[] = [
    { partyId: trade.buyerId, asset: 'CNY', bucket: 'escrow', amount: -trade.price },
    ...[...owed].map(([partyId, amount]) => ({ partyId, asset: 'CNY', bucket: 'payable', amount }) as const),
  ];
  await postEntries(tx, [{ kind: 'distribution', subjectType: 'trade', subjectId: trade.id, postings }]);
}

async function handOver(tx: Tx, trade: TradeRow, items: readonly TradeItemRow[]): Promise<void> {
  const series = `${trade.quota}-${shanghaiYear(tx.now)}-${await codeOf(tx, trade.buyerId)}-P`;
  const months = trade.policy.quotaValidityMonths;
  const validUntil = months > 0 ? addMonths(tx.now, months) : null;
  const moves: QuotaMove[] = [];
  for (const item of items) {
    const id = uuidv7();
    const number = await nextNumber(tx, series, 3);
    const { ordinal, lotId: parentLotId, quantities } = item;
    const { id: tradeId, buyerId } = trade;
    await insertBoughtLot(tx, { id, number, tradeId, ordinal, parentLotId, buyerId, quantities, validUntil });
    moves.push(...movesOf(trade, item, id));
  }
  await moveQuota(tx, moves);
}

const movesOf = (trade: TradeRow, item: TradeItemRow, newLotId: string): QuotaMove[] =>
  components.map((component) => ({
    kind: 'transfer',
    subjectType: 'trade',
    subjectId: trade.id,
    lotId: item.lotId,
    asset: assetOf(trade.quota, component),
    amount: item.quantities[component],
    from: 'in-settlement',
    to: 'available',
    toPartyId: trade.buyerId,
    toLotId: newLotId,
  }));
