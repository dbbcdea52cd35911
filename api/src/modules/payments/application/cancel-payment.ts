import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { findLivePayment, lockPayment, storeAnswers } from '../persistence/payment.repository.js';

/**
 * Calls off what a trade still asks for, inside the caller's transaction. False when it is too late: the provider may
 * have the payment already, and only its answer tells.
 */
export async function cancelBalance(tx: Tx, tradeId: string): Promise<boolean> {
  const live = await findLivePayment(tx, 'trade', tradeId, 'balance');
  const payment = live && (await lockPayment(tx, live.id));
  if (!payment) return true;
  if (payment.state !== 'requested') return payment.state === 'failed' || payment.state === 'canceled';
  await storeAnswers(tx, [
    { id: payment.id, state: 'canceled', providerId: null, instructions: null, failureCode: 'called-off' },
  ]);
  return true;
}
