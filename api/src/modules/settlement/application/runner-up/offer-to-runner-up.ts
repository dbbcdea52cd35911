import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import { loadCalendar } from '../../../listings/application/calendar.js';
import { contractDue } from '../../domain/deadlines.js';
import { findRunnerUp, insertOffer } from '../../persistence/runner-up.repository.js';
import type { TradeRow } from '../../persistence/trade.repository.js';

/**
 * The buyer has broken its trade: where the policy says so, who bid next to it is asked once whether it buys at its own
 * highest bid (domain §16 runnerUpOffer). False when nobody is asked; then the quota goes back to its seller, who may
 * list it again. The answer is due within the time that a contract has.
 */
export async function offerToRunnerUp(tx: Tx, trade: TradeRow): Promise<boolean> {
  const { policy, listingId, id: tradeId } = trade;
  if (policy.runnerUpOffer !== 'on') return false;
  const next = await findRunnerUp(tx, listingId, trade.buyerId);
  if (!next) return false;
  const id = uuidv7();
  const expiresAt = contractDue(tx.now, policy, await loadCalendar(tx));
  const isOffered = await insertOffer(tx, { id, tradeId, listingId, ...next, expiresAt });
  if (isOffered) tx.audit('runner-up-offer', id, { trade: tradeId });
  return isOffered;
}
