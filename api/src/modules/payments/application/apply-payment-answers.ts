import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { judgePayment, type PaymentAnswer, type PaymentVerdict } from '../domain/payment-answer.js';
import type { PaymentKind } from '../domain/payment-states.js';
import {
  lockPayments,
  markChecked,
  type PaymentRow,
  type StoredAnswer,
  storeAnswers,
} from '../persistence/payment.repository.js';
import { type MoneyMove, moveMoney } from './move-money.js';
import type { Answered } from './provider-answers.js';

/**
 * Writes down what the provider said of payments, each named once, in one transaction: state, money in the ledger, and
 * the news for the subject's module stand or fall together. Safe to run any number of times, in any order. Answers the
 * payments whose money has come by this: a trade goes on at once in the process that heard of it, and by the list of
 * due work when that process dies, so that no job is made for it.
 */
export async function applyPaymentAnswers(
  tx: Tx,
  heard: ReadonlyMap<string, Answered<PaymentAnswer>>,
): Promise<readonly PaymentRow[]> {
  const checked: string[] = [];
  const stored: StoredAnswer[] = [];
  const paid: PaymentRow[] = [];
  for (const payment of await lockPayments(tx, [...heard.keys()])) {
    const answered = heard.get(payment.id);
    if (!answered || answered.kind === 'silent') {
      checked.push(payment.id);
      continue;
    }
    const answer = answered.kind === 'answer' ? answered.value : refusal(payment, answered);
    const { change } = judgePayment(payment.state, payment.amount, answer);
    if (change === 'none') checked.push(payment.id);
    else stored.push(rowAfter(payment, change, answer));
    if (change === 'succeeded') paid.push(payment);
    if (change !== 'none') tellOf(tx, payment, change, answer);
  }
  await markChecked(tx, checked);
  await storeAnswers(tx, stored);
  await moveMoney(tx, ...paid.map(moveOf));
  const deposits = paid.filter(({ subjectType }) => subjectType === 'registration');
  if (deposits.length > 0) tx.publish('payment.succeeded', { paymentIds: deposits.map(({ id }) => id) });
  return paid;
}

type Change = Exclude<PaymentVerdict['change'], 'none'>;

/** After a mismatch nothing is posted: reconciliation reports the difference until a person has settled it. */
const rowAfter = (payment: PaymentRow, change: Change, answer: PaymentAnswer): StoredAnswer => ({
  id: payment.id,
  state: change === 'mismatch' ? payment.state : change,
  providerId: answer.providerId,
  instructions: answer.instructions,
  failureCode: change === 'mismatch' ? 'amount-mismatch' : answer.failureCode,
});

function tellOf(tx: Tx, payment: PaymentRow, change: Change, answer: PaymentAnswer): void {
  const { id } = payment;
  switch (change) {
    case 'submitted':
      return;
    case 'mismatch':
      return tx.audit('payment', id, {
        received: answer.received.toString(),
        due: payment.amount.toString(),
      });
    case 'failed':
    case 'canceled':
      tx.audit('payment', id, { state: change, code: answer.failureCode });
      return tx.publish('payment.failed', { paymentId: id });
    case 'succeeded':
      tx.audit('payment', id, { state: change });
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
  compensation: { entry: 'payment', bucket: 'escrow' },
};

function moveOf({ id, kind, partyId, amount }: PaymentRow): MoneyMove {
  const { entry, bucket } = landing[kind];
  return {
    kind: entry,
    subjectType: 'payment',
    subjectId: id,
    partyId,
    amount,
    from: 'external',
    to: bucket,
  };
}
