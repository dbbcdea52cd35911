import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { findTrade } from '../persistence/trade.repository.js';

/** How far a trade has come, for those outside settlement who decide about it. Throws `request.not-found`. */
export async function tradeStatusOf(tx: Tx, tradeId: string): Promise<string> {
  const trade = await findTrade(tx, tradeId);
  if (!trade) throw new Refusal('request.not-found');
  return trade.status;
}
