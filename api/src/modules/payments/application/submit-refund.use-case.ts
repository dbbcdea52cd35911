import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { failpoint } from '../../../kernel/failpoint.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { type OutgoingAnswer, judgeOutgoing } from '../domain/payment-states.js';
import { addRefunded, findPayment, lockPayment } from '../persistence/payment.repository.js';
import {
  findRefundById,
  lockRefund,
  type RefundRow,
  storeRefundState,
} from '../persistence/refund.repository.js';
import { freshKey, noteSilence } from './fresh-key.js';
import { moveMoney } from './move-money.js';
import { bucketOf } from './request-refund.js';
import { PaymentProvider } from './payment-provider.js';
import type { Answered } from './provider-answers.js';

/** Sends refunds and looks up what became of them. The money already stands in `gateway-clearing`. */
@Injectable()
export class SubmitRefund {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly provider: PaymentProvider,
  ) {}

  /** Job `refund.submit`. */
  async execute(context: CommandContext, refundId: string): Promise<void> {
    const begun = await this.unitOfWork.step(command('begin-refund'), context, { refundId }, async (tx) => {
      const refund = await lockRefund(tx, refundId);
      if (refund?.state !== 'requested') return false;
      await storeRefundState(tx, refundId, 'unknown');
      return true;
    });
    // Dead here: unknown; the look-up lists the payment's refunds, finds none of ours and sends it with the same key.
    failpoint('refund:before-provider');
    const refund = begun && (await this.read(refundId));
    if (refund) await this.send(context, refund, true);
  }

  /** Job `refund.resolve`. */
  async resolve(context: CommandContext, refundId: string): Promise<void> {
    const refund = await this.read(refundId);
    if (!refund || refund.state === 'requested' || refund.state === 'failed') return;
    const answered = await this.provider.lookUpRefund(refund);
    if (answered.kind === 'answer' && answered.value === null) {
      if (refund.state !== 'unknown') return;
      const attempt = await freshKey(this.unitOfWork, context, 'refund', refund);
      failpoint('refund:after-fresh-key');
      if (attempt !== null) await this.send(context, { ...refund, attempt }, false);
      return;
    }
    await this.apply(context, refundId, answered as Answered<OutgoingAnswer>);
  }

  private async send(
    context: CommandContext,
    refund: RefundRow & { intentId: string },
    first: boolean,
  ): Promise<void> {
    const answered = await this.provider.submitRefund(refund);
    // Dead here: still unknown, and the look-up finds the refund by its metadata.
    failpoint('refund:after-provider');
    const { id, attempt } = refund;
    await this.unitOfWork.step(command('record-refund'), context, { id }, async (tx) => {
      await noteSilence(tx, 'refund', { id, attempt, first }, answered);
      await record(tx, id, answered);
    });
  }

  private async apply(
    context: CommandContext,
    id: string,
    answered: Answered<OutgoingAnswer>,
  ): Promise<void> {
    await this.unitOfWork.step(command('record-refund'), context, { id }, (tx) => record(tx, id, answered));
  }

  private async read(refundId: string): Promise<(RefundRow & { intentId: string }) | null> {
    return this.unitOfWork.readMarket(async (tx) => {
      const refund = await findRefundById(tx, refundId);
      const payment = refund && (await findPayment(tx, refund.paymentId));
      return refund && payment?.providerId ? { ...refund, intentId: payment.providerId } : null;
    });
  }
}

async function record(tx: Tx, id: string, answered: Answered<OutgoingAnswer>): Promise<void> {
  const refund = await lockRefund(tx, id);
  if (!refund) return;
  if (answered.kind === 'silent') return storeRefundState(tx, id, refund.state);
  const answer: OutgoingAnswer =
    answered.kind === 'answer'
      ? answered.value
      : { providerId: answered.providerId, state: 'failed', failureCode: answered.code };
  const change = judgeOutgoing(refund.state, answer);
  if (change === 'none') return storeRefundState(tx, id, refund.state, answer);
  await storeRefundState(tx, id, change === 'returned' ? 'failed' : change, answer);
  const money = {
    kind: 'refund',
    subjectType: 'refund',
    subjectId: id,
    partyId: refund.partyId,
    amount: refund.amount,
  };
  if (change === 'succeeded') {
    await moveMoney(tx, { ...money, from: 'gateway-clearing', to: 'external' });
    tx.publish('payment.refunded', { paymentId: refund.paymentId });
  }
  if (change === 'failed' || change === 'returned') {
    // The money is still the party's: it is held again, so that it can be refunded by another way.
    const from = change === 'failed' ? 'gateway-clearing' : 'external';
    const payment = await lockPayment(tx, refund.paymentId);
    if (!payment) throw new Error(`payment ${refund.paymentId} vanished`);
    await moveMoney(tx, { ...money, kind: 'reversal', from, to: bucketOf(payment.kind) });
    await addRefunded(tx, refund.paymentId, -refund.amount);
  }
  if (change !== 'submitted') tx.audit('refund', id, { state: change, code: answer.failureCode });
}

const command = (step: string) => ({ name: `payments.${step}`, scope: 'market' }) as const;
