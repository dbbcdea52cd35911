import { operatorCode, regionFinanceCode } from '@muheng/contracts/common/regions';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { forfeitDeposit } from '../../payments/application/forfeit-deposit.js';
import { preparePayouts } from '../../payments/application/prepare-payouts.js';
import { giveBackDeposit } from '../../payments/application/give-back-deposit.js';
import type { TradeSide } from '../domain/default.js';
import { findRegistrationId, markRegistration } from '../persistence/award.repository.js';
import { idOfCode } from '../persistence/trade-parties.repository.js';
import type { TradeRow } from '../persistence/trade.repository.js';

/**
 * What becomes of the deposit in a default: the buyer's fault loses it to whom the policy names, the seller's fault
 * sends it back. Answers what was lost, 分.
 */
export async function settleDeposit(tx: Tx, trade: TradeRow, defaulter: TradeSide): Promise<bigint> {
  const registrationId = await findRegistrationId(tx, trade.listingId, trade.buyerId);
  if (defaulter === 'seller') {
    const isFree =
      registrationId && (await giveBackDeposit(tx, { registrationId, reason: 'seller-default' }));
    if (registrationId && isFree) await markRegistration(tx, registrationId, 'refunded');
    return 0n;
  }
  const holderId = await gainer(tx, trade);
  const { id: tradeId, buyerId, deposit: captured } = trade;
  const amount = await forfeitDeposit(tx, { registrationId, tradeId, buyerId, captured, holderId });
  if (amount === 0n) return 0n;
  if (registrationId) await markRegistration(tx, registrationId, 'forfeited');
  await preparePayouts(tx, tradeId, trade.regionCode, [
    { beneficiary: 'forfeited-deposit', partyId: holderId, holderId, amount },
  ]);
  return amount;
}

/** To whom a lost deposit goes (policy `forfeitTo`). */
async function gainer(tx: Tx, trade: TradeRow): Promise<string> {
  if (trade.policy.forfeitTo === 'seller') return trade.sellerId;
  return idOfCode(tx, trade.policy.forfeitTo === 'region' ? regionFinanceCode : operatorCode);
}
