import { decided } from '../../../kernel/errors/decided.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { loadCalendar } from '../../listings/application/calendar.js';
import type { CountyFirst } from '../../quota-bank/application/county-first.service.js';
import { publicityEnd } from '../domain/deadlines.js';
import { nextTradeStatus } from '../domain/lifecycle.js';
import { countiesAmong } from '../persistence/trade-parties.repository.js';
import { findTrade, lockTrade, type TradeRow, updateTrade } from '../persistence/trade.repository.js';
import { insertStep } from '../persistence/trade-step.repository.js';
import { settleDeposit } from './lapsed-deposit.js';
import { releaseQuota } from './release-quota.js';

/** The trade under its lock, the seller's county before it as the lock order wants; null when there is none. */
export async function lockTradeAfterCounty(
  tx: Tx,
  countyFirst: CountyFirst,
  tradeId: string,
): Promise<TradeRow | null> {
  const seen = await findTrade(tx, tradeId);
  if (!seen) return null;
  for (const county of await countiesAmong(tx, [seen.sellerId]))
    await countyFirst.markStale(tx, county, seen.quota);
  return lockTrade(tx, tradeId);
}

/** An objection stops the trade where it stands: nothing is confirmed, so nothing is paid out (domain §7, §12). */
export async function holdForObjection(tx: Tx, trade: TradeRow): Promise<void> {
  if (trade.status === 'objection-hold') return;
  await updateTrade(tx, trade.id, { status: decided(nextTradeStatus(trade.status, 'object')) });
  tx.notify('market', { trade: trade.id });
}

/** The last objection was dismissed: the stand-still begins anew, whole (domain §12). */
export async function resumeAfterObjection(tx: Tx, trade: TradeRow): Promise<Date> {
  const status = decided(nextTradeStatus(trade.status, 'dismiss-objection'));
  const publicityEndsAt = publicityEnd(await tx.marketTime(), trade.policy, await loadCalendar(tx));
  await updateTrade(tx, trade.id, { status, publicityEndsAt });
  tx.notify('market', { trade: trade.id });
  return publicityEndsAt;
}

/** The award falls: the quota goes back to the seller and the deposit to the buyer, whose fault it is not. */
export async function annulTrade(tx: Tx, trade: TradeRow): Promise<void> {
  const status = decided(nextTradeStatus(trade.status, 'annul'));
  await settleDeposit(tx, trade, 'seller');
  await releaseQuota(tx, trade);
  await updateTrade(tx, trade.id, { status });
  await insertStep(tx, trade.id, 'annulled');
  tx.notify('market', { trade: trade.id });
}
