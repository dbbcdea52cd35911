import { operatorCode, regionFinanceCode } from '@muheng/contracts/common/regions';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { forfeitDeposit } from '../../payments/application/forfeit-deposit.js';
import { preparePayouts } from '../../payments/application/prepare-payouts.js';
import { giveBackDeposits } from '../../payments/application/give-back-deposit.js';
import type { TradeSide } from '../domain/default.js';
import { findRegistrationId, markRegistrations } from '../persistence/award.repository.js';
import { idOfCode } from '../persistence/trade-parties.repository.js';
import type { TradeRow } from '../persistence/trade.repository.js';

/** What became of a deposit in a default, 分: one of the two. */
interface SettledDeposit {
  lost: bigint;
  returned: bigint;
}

/**
 * What becomes of the deposit in a default: the buyer's fault loses it to whom the policy names, the seller's fault
 * sends it back.
 */
export async function settleDeposit(tx: Tx, trade: TradeRow, defaulter: TradeSide): Promise<SettledDeposit> {
  const registrationId = await findRegistrationId(tx, trade.listingId, trade.buyerId);
  if (defaulter === 'seller') {
    if (registrationId === null) return { lost: 0n, returned: 0n };
    const given = await giveBackDeposits(tx, [registrationId], { reason: 'seller-default' });
    const back = given.get(registrationId);
    if (back?.isFree) await markRegistrations(tx, [registrationId], 'refunded');
    return { lost: 0n, returned: back?.amount ?? 0n };
  }
  const holderId = await gainer(tx, trade);
  const { id: tradeId, buyerId, deposit: captured } = trade;
  const lost = await forfeitDeposit(tx, { registrationId, tradeId, buyerId, captured, holderId });
  if (lost === 0n) return { lost, returned: 0n };
  if (registrationId) await markRegistrations(tx, [registrationId], 'forfeited');
  const plan = [{ beneficiary: 'forfeited-deposit', partyId: holderId, holderId, amount: lost }];
  await preparePayouts(tx, [{ tradeId, regionCode: trade.regionCode, plan }]);
  return { lost, returned: 0n };
}

/** To whom a lost deposit goes (policy `forfeitTo`). */
async function gainer(tx: Tx, trade: TradeRow): Promise<string> {
  if (trade.policy.forfeitTo === 'seller') return trade.sellerId;
  return idOfCode(tx, trade.policy.forfeitTo === 'region' ? regionFinanceCode : operatorCode);
}
