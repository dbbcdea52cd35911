import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { postEntries } from '../../ledger/application/journal.js';
import { judgePayment, type PaymentAnswer } from '../domain/payment-answer.js';
import type { PaymentKind } from '../domain/payment-states.js';
import { lockPayment, markChecked, type PaymentRow, storeAnswer } from '../persistence/payment.repository.js';
import type { Answered } from './provider-answers.js';

/**
 * Writes down what the provider said of a payment, in one transaction: state, money in the ledger, and the news for
 * the subject's module stand or fall together. Safe to run any number of times, in any order.
 */
export async function applyPaymentAnswer(
  tx: Tx,
  id: string,
  answered: Answered<PaymentAnswer>,
): Promise<void> {
  const payment = await lockPayment(tx, id);
  if (!payment) return;
  if (answered.kind === 'silent') return markChecked(tx, id);
  const answer = answered.kind === 'answer' ? answered.value : refusal(payment, answered);
  const verdict = judgePayment(payment.state, payment.amount, answer);
  switch (verdict.change) {
    case 'none':
      return markChecked(tx, id);
    case 'mismatch':
      // Nothing is posted: reconciliation reports the difference until a person has settled it.
      await storeAnswer(tx, id, payment.state, { ...answer, failureCode: 'amount-mismatch' });
      tx.audit('payment', id, { received: answer.received.toString(), due: payment.amount.toString() });
      return;
    case 'submitted':
      return storeAnswer(tx, id, 'submitted', answer);
    case 'failed':
    case 'canceled':
      await storeAnswer(tx, id, verdict.change, answer);
      tx.audit('payment', id, { state: verdict.change, code: answer.failureCode });
      tx.publish('payment.failed', { paymentId: id });
      return;
    case 'succeeded':
      await storeAnswer(tx, id, 'succeeded', answer);
      await post(tx, payment);
      tx.audit('payment', id, { state: 'succeeded' });
      tx.publish('payment.succeeded', { paymentId: id });
  }
}

const refusal = (
  payment: PaymentRow,
  refused: Extract<Answered<never>, { kind: 'refused' }>,
): PaymentAnswer => ({
  providerId: refused.providerId ?? payment.providerId,
  state: 'failed',
  received: 0n,
  instructions: null,
  failureCode: refused.code,
});

/** Where money that has come stands, by what it was for (architecture §4). */
const landing: Readonly<Record<PaymentKind, { entry: string; bucket: 'deposit-held' | 'escrow' }>> = {
  deposit: { entry: 'deposit', bucket: 'deposit-held' },
  balance: { entry: 'payment', bucket: 'escrow' },
  'late-charge': { entry: 'late-charge', bucket: 'escrow' },
};

async function post(tx: Tx, { id, kind, partyId, amount }: PaymentRow): Promise<void> {
  const { entry, bucket } = landing[kind];
  await postEntries(tx, [
    {
      kind: entry,
      subjectType: 'payment',
      subjectId: id,
      postings: [
        { partyId, asset: 'CNY', bucket: 'external', amount: -amount },
        { partyId, asset: 'CNY', bucket, amount },
      ],
    },
  ]);
}
