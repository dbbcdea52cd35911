import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { findLivePayment } from '../persistence/payment.repository.js';
import { requestRefund } from './request-refund.js';
import { lockCover, releaseCover } from './wallet/cover-deposit.js';

/**
 * Gives a registration's deposit back, inside the caller's transaction: money of its own goes to its owner's bank, what
 * a wallet stood for is free in the wallet at once. Answers how much of it went back now, 分, and whether it is free
 * already. Safe to repeat.
 */
export async function giveBackDeposit(
  tx: Tx,
  request: { registrationId: string; reason: string; dueAt?: Date },
): Promise<{ amount: bigint; isFree: boolean }> {
  const { registrationId, reason, dueAt } = request;
  const cover = await lockCover(tx, registrationId);
  if (cover) {
    const isFree = await releaseCover(tx, cover);
    return { amount: isFree ? cover.amount : 0n, isFree };
  }
  const paid = await findLivePayment(tx, 'registration', registrationId, 'deposit');
  if (!paid) return { amount: 0n, isFree: false };
  const asked = await requestRefund(tx, { paymentId: paid.id, reason, ...(dueAt && { dueAt }) });
  return { amount: asked === null ? 0n : paid.amount - paid.refunded - paid.applied, isFree: false };
}
