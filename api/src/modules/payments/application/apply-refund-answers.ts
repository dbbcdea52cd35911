import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { MoneyBucket } from '../../ledger/application/journal.js';
import { judgeOutgoing, type OutgoingAnswer } from '../domain/payment-states.js';
import { addRefunded, lockPayment } from '../persistence/payment.repository.js';
import {
  lockRefunds,
  type RefundRow,
  type StoredRefund,
  storeRefunds,
} from '../persistence/refund.repository.js';
import { type MoneyMove, moveMoney } from './move-money.js';
import type { Answered } from './provider-answers.js';
import { bucketOf } from './request-refund.js';

/**
 * Writes down what the provider said of refunds, each named once, in one transaction: state, money in the ledger, and
 * the news for the subjects' modules stand or fall together. Safe to run any number of times, in any order.
 */
export async function applyRefundAnswers(
  tx: Tx,
  heard: ReadonlyMap<string, Answered<OutgoingAnswer>>,
): Promise<void> {
  const stored: StoredRefund[] = [];
  const moves: MoneyMove[] = [];
  const paymentIds: string[] = [];
  for (const refund of await lockRefunds(tx, [...heard.keys()])) {
    const { id, state } = refund;
    const answered = heard.get(id);
    if (!answered || answered.kind === 'silent') {
      stored.push({ id, state, providerId: null, failureCode: null });
      continue;
    }
    const answer: OutgoingAnswer =
      answered.kind === 'answer'
        ? answered.value
        : { providerId: answered.providerId, state: 'failed', failureCode: answered.code };
    const { providerId, failureCode } = answer;
    const change = judgeOutgoing(state, answer);
    const after = change === 'none' ? state : change === 'returned' ? 'failed' : change;
    stored.push({ id, state: after, providerId, failureCode });
    if (change === 'succeeded') {
      moves.push(moveOf(refund, 'refund', 'gateway-clearing', 'external'));
      paymentIds.push(refund.paymentId);
    }
    if (change === 'failed') moves.push(await heldAgain(tx, refund, 'gateway-clearing'));
    if (change === 'returned') moves.push(await heldAgain(tx, refund, 'external'));
    if (change !== 'none' && change !== 'submitted')
      tx.audit('refund', id, { state: change, code: failureCode });
  }
  await storeRefunds(tx, stored);
  await moveMoney(tx, ...moves);
  if (paymentIds.length > 0) tx.publish('payment.refunded', { paymentIds });
}

/** The money is still the party's: it is held again, so that it can be refunded by another way. */
async function heldAgain(
  tx: Tx,
  refund: RefundRow,
  from: 'gateway-clearing' | 'external',
): Promise<MoneyMove> {
  const payment = await lockPayment(tx, refund.paymentId);
  if (!payment) throw new Error(`payment ${refund.paymentId} vanished`);
  await addRefunded(tx, payment.id, -refund.amount);
  return moveOf(refund, 'reversal', from, bucketOf(payment.kind));
}

const moveOf = (
  { id, partyId, amount }: RefundRow,
  kind: 'refund' | 'reversal',
  from: MoneyBucket,
  to: MoneyBucket,
): MoneyMove => ({ kind, subjectType: 'refund', subjectId: id, partyId, amount, from, to });
