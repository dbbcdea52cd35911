import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { findLivePayment } from '../persistence/payment.repository.js';
import { requestRefund } from './request-refund.js';
import { lockCover, releaseCover } from './wallet/cover-deposit.js';

/**
 * Gives a registration's deposit back, inside the caller's transaction: money of its own goes to its owner's bank, what
 * a wallet stood for is free in the wallet at once. Answers whether it is free already. Safe to repeat.
 */
export async function giveBackDeposit(
  tx: Tx,
  request: { registrationId: string; reason: string; dueAt?: Date },
): Promise<boolean> {
  const { registrationId, reason, dueAt } = request;
  const cover = await lockCover(tx, registrationId);
  if (cover) return releaseCover(tx, cover);
  const paid = await findLivePayment(tx, 'registration', registrationId, 'deposit');
  if (paid) await requestRefund(tx, { paymentId: paid.id, reason, ...(dueAt && { dueAt }) });
  return false;
}
