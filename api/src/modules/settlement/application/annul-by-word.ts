import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { CountyFirst } from '../../quota-bank/application/county-first.service.js';
import type { TradeRow } from '../persistence/trade.repository.js';
import { findBoughtLots, revokeCertificate } from '../persistence/revocation.repository.js';
import { annulTrade, lockTradeAfterCounty } from './objection.js';

/** The trade under its lock, for whoever is about to annul it; null when there is none. */
export const lockForAnnulment = (
  tx: Tx,
  countyFirst: CountyFirst,
  tradeId: string,
): Promise<TradeRow | null> => lockTradeAfterCounty(tx, countyFirst, tradeId);

/**
 * Before anything was paid the award falls: quota and deposit go back. While the price is on its way nothing may fall
 * (`settlement.wrong-status`): what is frozen waits for its certificate.
 */
export const annulAward = (tx: Tx, trade: TradeRow): Promise<void> => annulTrade(tx, trade);

/**
 * A court has undone a trade whose certificate is out: the certificate is revoked, for all to see. Answers the lots that
 * the buyer still has of it, so that they can be held until the judgment is carried out between the parties; money and
 * quota are never clawed back by the market itself (domain §8).
 */
export async function revokeByCourt(tx: Tx, trade: TradeRow, reason: string): Promise<string[]> {
  const certificateId = await revokeCertificate(tx, trade.id, reason);
  tx.audit('certificate', certificateId, { revoked: reason });
  tx.notify('market', { trade: trade.id });
  return findBoughtLots(tx, trade.id);
}
