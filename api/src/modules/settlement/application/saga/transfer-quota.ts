import { addMonths, shanghaiYear } from '@muheng/contracts/common/calendar';
import { assetOf, components } from '@muheng/contracts/common/component';
import type { Fen } from '@muheng/contracts/common/quantity';
import { v7 as uuidv7 } from 'uuid';
import { failpoint } from '../../../../kernel/failpoint.js';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import {
  type Entry,
  moveQuota,
  type Posting,
  postEntries,
  type QuotaMove,
} from '../../../ledger/application/journal.js';
import { recordListingPriorities } from '../../../listings/application/record-priority.js';
import { nextNumbers } from '../../persistence/number-series.js';
import {
  type BoughtLot,
  findItemsOf,
  insertBoughtLots,
  type TradeItemRow,
} from '../../persistence/trade-item.repository.js';
import { codesOf, countiesAmong } from '../../persistence/trade-parties.repository.js';
import { setStatus, type TradeRow } from '../../persistence/trade.repository.js';
import { insertSteps } from '../../persistence/trade-step.repository.js';
import { proceedsOf } from './proceeds-plan.js';
import type { SagaStep } from './saga-step.js';
import { statusAfter } from './small-steps.js';

/**
 * Money and quota change hands in one transaction, or not at all: the buyer's escrow becomes payable to those who are
 * owed the price, the seller's quota in settlement becomes the buyer's own. A need is covered later, by earmark or write-off: until then what was
 * bought counts as available, and counting it as cover too would double it (domain §8).
 */
export const transferQuota: SagaStep = {
  name: 'transfer',
  counties: (tx, trades) => countiesAmong(tx, [...new Set(trades.flatMap((t) => [t.sellerId, t.buyerId]))]),
  act: async (tx, trades) => {
    const status = statusAfter(trades, 'transfer-quota');
    await payPrices(tx, trades);
    failpoint('settle:between-money-and-quota');
    await handOver(tx, trades);
    const ids = trades.map(({ id }) => id);
    const listingIds = trades.map(({ listingId }) => listingId);
    await recordListingPriorities(tx, listingIds, 'transfer', tx.now);
    await setStatus(tx, ids, status, 'transferred_at');
    await insertSteps(tx, 'quota-transferred', ids);
    return trades;
  },
};

async function payPrices(tx: Tx, trades: readonly TradeRow[]): Promise<void> {
  const entries: Entry[] = [];
  for (const trade of trades) {
    const owed = new Map<string, bigint>();
    for (const { holderId, amount } of await proceedsOf(tx, trade, trade.price as Fen)) {
      owed.set(holderId, (owed.get(holderId) ?? 0n) + amount);
    }
    const postings: Posting[] = [
      { partyId: trade.buyerId, asset: 'CNY', bucket: 'escrow', amount: -(trade.price + trade.lateCharge) },
      ...[...owed].map(
        ([partyId, amount]) => ({ partyId, asset: 'CNY', bucket: 'payable', amount }) as const,
      ),
    ];
    entries.push({ kind: 'distribution', subjectType: 'trade', subjectId: trade.id, postings });
  }
  await postEntries(tx, entries);
}

async function handOver(tx: Tx, trades: readonly TradeRow[]): Promise<void> {
  const byId = new Map(trades.map((trade) => [trade.id, trade]));
  const sold = (await findItemsOf(tx, [...byId.keys()])).flatMap((item) => {
    const trade = byId.get(item.tradeId);
    return trade ? [{ item, trade }] : [];
  });
  const numbers = await lotNumbers(tx, sold);
  const lots = sold.map(({ item, trade }, i): BoughtLot => {
    const { ordinal, lotId: parentLotId, quantities } = item;
    const { id: tradeId, buyerId, policy } = trade;
    const months = policy.quotaValidityMonths;
    const validUntil = months > 0 ? addMonths(tx.now, months) : null;
    const number = numbers[i] ?? '';
    return { id: uuidv7(), number, tradeId, ordinal, parentLotId, buyerId, quantities, validUntil };
  });
  await insertBoughtLots(tx, lots);
  await moveQuota(
    tx,
    sold.flatMap(({ item, trade }, i) => movesOf(trade, item, lots[i]?.id ?? '')),
  );
}

/** A number for each lot, out of the series of its buyer. */
async function lotNumbers(
  tx: Tx,
  sold: readonly { trade: Pick<TradeRow, 'quota' | 'buyerId'> }[],
): Promise<string[]> {
  const codes = await codesOf(tx, [...new Set(sold.map(({ trade }) => trade.buyerId))]);
  const year = shanghaiYear(tx.now);
  const series = sold.map(({ trade }) => `${trade.quota}-${year}-${codes.get(trade.buyerId)}-P`);
  const wanted = new Map<string, number>();
  for (const each of series) wanted.set(each, (wanted.get(each) ?? 0) + 1);
  const numbers = await nextNumbers(tx, wanted, 3);
  return series.map((each) => numbers.get(each)?.shift() ?? '');
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
