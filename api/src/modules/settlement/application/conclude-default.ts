import type { Fen } from '@muheng/contracts/common/quantity';
import { decided } from '../../../kernel/errors/decided.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { banForDefault, countDefaults } from '../../parties/application/ban-for-default.js';
import { refundParts } from '../../payments/application/refund-parts.js';
import { requestPayment } from '../../payments/application/request-payment.js';
import { freezeReturned } from '../../quota-bank/application/freeze-returned.js';
import { consequencesOf, type TradeSide } from '../domain/default.js';
import { nextTradeStatus } from '../domain/lifecycle.js';
import { type TradeRow, updateTrade } from '../persistence/trade.repository.js';
import { insertStep } from '../persistence/trade-step.repository.js';
import { settleDeposit } from './lapsed-deposit.js';
import { releaseQuota } from './release-quota.js';
import { offerToRunnerUp } from './runner-up/offer-to-runner-up.js';

/**
 * All that follows from a default, in the transaction that declares it (domain §14): the deposit, the ban, the quota,
 * and what a seller owes. What of the price had been paid in parts goes back.
 */
export async function concludeDefault(tx: Tx, trade: TradeRow, defaulter: TradeSide): Promise<void> {
  const status = decided(nextTradeStatus(trade.status, 'default'));
  const partyId = defaulter === 'buyer' ? trade.buyerId : trade.sellerId;
  const { lost, returned } = await settleDeposit(tx, trade, defaulter);
  await refundParts(tx, trade.id);
  const { banUntil, freezeQuota, sellerOwes } = consequencesOf(
    defaulter,
    (defaulter === 'buyer' ? lost : returned) as Fen,
    await countDefaults(tx, partyId),
    tx.now,
    trade.policy,
  );
  await banForDefault(tx, partyId, trade.number, banUntil);
  const isOffered = defaulter === 'buyer' && (await offerToRunnerUp(tx, trade));
  if (!isOffered) {
    const items = await releaseQuota(tx, trade);
    if (freezeQuota) await freezeReturned(tx, trade.sellerId, trade.quota, trade.number, items);
  }
  if (sellerOwes > 0n) {
    const { id: subjectId, sellerId } = trade;
    const debt = { kind: 'compensation', subjectType: 'trade', subjectId } as const;
    await requestPayment(tx, { ...debt, partyId: sellerId, amount: sellerOwes });
  }
  await updateTrade(tx, trade.id, { status, forfeited: lost });
  await insertStep(tx, trade.id, 'defaulted', { defaulter, forfeited: lost.toString() });
  tx.audit('trade', trade.id, { defaulter });
  tx.notify('market', { trade: trade.id });
}
