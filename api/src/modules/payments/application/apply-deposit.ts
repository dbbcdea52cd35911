import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { addApplied, findLivePayment, lockPayment } from '../persistence/payment.repository.js';
import { moveMoney } from './move-money.js';
import { requestRefund } from './request-refund.js';

/**
 * Puts a registration's deposit into the price of its trade, inside the caller's transaction: `deposit-held` →
 * `escrow`. Answers how much went in, 分: never more than `price`; what a deposit has beyond it goes back.
 */
export async function applyDeposit(
  tx: Tx,
  request: { registrationId: string; tradeId: string; price: bigint },
): Promise<bigint> {
  const live = await findLivePayment(tx, 'registration', request.registrationId, 'deposit');
  const payment = live && (await lockPayment(tx, live.id));
  if (payment?.state !== 'succeeded') return 0n;
  const left = payment.amount - payment.refunded - payment.applied;
  const amount = left < request.price ? left : request.price;
  if (amount <= 0n) return 0n;
  await addApplied(tx, payment.id, amount);
  await moveMoney(tx, {
    kind: 'capture',
    subjectType: 'trade',
    subjectId: request.tradeId,
    partyId: payment.partyId,
    amount,
    from: 'deposit-held',
    to: 'escrow',
  });
  if (left > amount) await requestRefund(tx, { paymentId: payment.id, reason: 'above-price' });
  return amount;
}
