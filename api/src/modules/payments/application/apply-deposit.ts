import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { addApplied, findLivePayment, lockPayment } from '../persistence/payment.repository.js';
import { moveMoney } from './move-money.js';
import { requestRefund } from './request-refund.js';
import { lockCover, useCover } from './wallet/cover-deposit.js';

/**
 * Puts a registration's deposit into the price of its trade, inside the caller's transaction: `deposit-held` →
 * `escrow`. Answers how much went in, 分: never more than `price`; what a deposit has beyond it goes back.
 */
export async function applyDeposit(
  tx: Tx,
  request: { registrationId: string; tradeId: string; price: bigint },
): Promise<bigint> {
  const taken = await take(tx, request.registrationId, request.price);
  if (!taken) return 0n;
  await moveMoney(tx, {
    kind: 'capture',
    subjectType: 'trade',
    subjectId: request.tradeId,
    partyId: taken.partyId,
    amount: taken.amount,
    from: 'deposit-held',
    to: 'escrow',
  });
  return taken.amount;
}

/** Out of the wallet that stood for it, or out of the deposit that was paid for this registration alone. */
async function take(
  tx: Tx,
  registrationId: string,
  price: bigint,
): Promise<{ partyId: string; amount: bigint } | null> {
  const cover = await lockCover(tx, registrationId);
  if (cover) {
    const amount = await useCover(tx, cover, 'applied', price);
    return amount > 0n ? { partyId: cover.partyId, amount } : null;
  }
  const live = await findLivePayment(tx, 'registration', registrationId, 'deposit');
  const payment = live && (await lockPayment(tx, live.id));
  if (payment?.state !== 'succeeded') return null;
  const left = payment.amount - payment.refunded - payment.applied;
  const amount = left < price ? left : price;
  if (amount <= 0n) return null;
  await addApplied(tx, payment.id, amount);
  if (left > amount) await requestRefund(tx, { paymentId: payment.id, reason: 'above-price' });
  return { partyId: payment.partyId, amount };
}
