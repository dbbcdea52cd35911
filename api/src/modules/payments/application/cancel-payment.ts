import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { PaymentKind, PaymentSubject } from '../domain/payment-states.js';
import { findLivePayment, lockPayment, storeAnswers } from '../persistence/payment.repository.js';

/**
 * Calls off what a subject still asks for, inside the caller's transaction. False when it is too late: the provider may
 * have the payment already, and only its answer tells.
 */
export async function callOffRequested(
  tx: Tx,
  subjectType: PaymentSubject,
  subjectId: string,
  kind: PaymentKind,
  part: number | null = null,
): Promise<boolean> {
  const live = await findLivePayment(tx, subjectType, subjectId, kind, part);
  const payment = live && (await lockPayment(tx, live.id));
  if (!payment) return true;
  if (payment.state !== 'requested') return payment.state === 'failed' || payment.state === 'canceled';
  await storeAnswers(tx, [
    { id: payment.id, state: 'canceled', providerId: null, instructions: null, failureCode: 'called-off' },
  ]);
  return true;
}
