import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { failpoint } from '../../../kernel/failpoint.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import type { PaymentAnswer } from '../domain/payment-answer.js';
import {
  findPayment,
  lockPayment,
  markUnknown,
  type PaymentRow,
  skipCustomer,
  storeCustomer,
} from '../persistence/payment.repository.js';
import { applyPaymentAnswer } from './apply-payment-answer.js';
import { freshKey, noteSilence, promptly } from './fresh-key.js';
import { PaymentProvider } from './payment-provider.js';
import type { Answered } from './provider-answers.js';
import { stepOf } from '../../../kernel/unit-of-work/step-of.js';

/**
 * Sends a confirmed payment to the provider, and looks up what became of it. Between two lines that write, the
 * process may die; what then stands in the database is said beside each.
 */
@Injectable()
export class SubmitPayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly provider: PaymentProvider,
  ) {}

  /** Job `payment.submit`. Does nothing unless the payment is requested and its payer has chosen a method. */
  async execute(context: CommandContext, paymentId: string): Promise<void> {
    const payment = await this.read(paymentId);
    if (payment?.state !== 'requested' || !payment.confirmed) return;
    const customerId = payment.customerId ?? (await this.makeCustomer(context, payment));
    if (customerId === null) return;
    failpoint('pay:before-unknown');
    const mine = await this.unitOfWork.run(command('begin'), stepOf(context), { paymentId }, async (tx) => {
      const locked = await lockPayment(tx, paymentId);
      if (locked?.state !== 'requested') return false;
      await markUnknown(tx, paymentId);
      return true;
    });
    if (!mine) return;
    // Dead here: the row says unknown; a look-up by its customer finds nothing and sends it with the same key.
    failpoint('pay:before-provider');
    await this.send(context, { ...payment, customerId }, true);
  }

  /** Job `payment.resolve`: after a webhook or a silence, the provider is asked what is true. */
  async resolve(context: CommandContext, paymentId: string): Promise<void> {
    const payment = await this.read(paymentId);
    if (payment?.state !== 'submitted' && payment?.state !== 'unknown') return;
    const answered = await this.provider.lookUpPayment(payment);
    if (answered.kind === 'answer' && answered.value === null) {
      // It never arrived there. The same key makes sending it again the same payment, even if the first call is
      // still on its way; after a 500, which is an end, another key makes it a new try.
      if (payment.state !== 'unknown' || payment.customerId === null) return;
      const attempt = await freshKey(this.unitOfWork, context, 'payment', payment);
      failpoint('pay:after-fresh-key');
      if (attempt === null) return;
      await this.send(context, { ...payment, customerId: payment.customerId, attempt }, false);
      return;
    }
    await this.apply(context, paymentId, answered as Answered<PaymentAnswer>);
  }

  /** Calls off what its payer never paid. Whatever the provider answers, the look-up after it tells what is true. */
  async callOff(context: CommandContext, paymentId: string): Promise<void> {
    const payment = await this.read(paymentId);
    if (payment?.state !== 'submitted' || payment.providerId === null) return;
    await this.provider.cancelPayment(payment.providerId);
    await this.resolve(context, paymentId);
  }

  private async send(
    context: CommandContext,
    payment: PaymentRow & { customerId: string },
    first: boolean,
  ): Promise<void> {
    const answered = await this.provider.submitPayment(payment);
    // Dead here: still unknown, and the look-up finds the payment by its customer.
    failpoint('pay:after-provider');
    await this.unitOfWork.run(command('record-answer'), stepOf(context), { id: payment.id }, async (tx) => {
      await noteSilence(tx, 'payment', { id: payment.id, attempt: payment.attempt, first }, answered);
      await applyPaymentAnswer(tx, payment.id, answered);
    });
    // Dead here: state, money and news were committed together.
    failpoint('pay:after-answer');
  }

  private async apply(context: CommandContext, id: string, answered: Answered<PaymentAnswer>): Promise<void> {
    await this.unitOfWork.run(command('record-answer'), stepOf(context), { id }, (tx) =>
      applyPaymentAnswer(tx, id, answered),
    );
  }

  /** Dead after the call, before the write: the same key answers the same customer; at worst one stands empty. */
  private async makeCustomer(
    context: CommandContext,
    { id, attempt }: Pick<PaymentRow, 'id' | 'attempt'>,
  ): Promise<string | null> {
    const made = await this.provider.createCustomer(id, attempt);
    if (made.kind === 'answer') failpoint('pay:after-customer');
    return this.unitOfWork.run(command('store-customer'), stepOf(context), { id }, async (tx) => {
      if (made.kind === 'answer') {
        await storeCustomer(tx, id, made.value);
        return made.value;
      }
      // Nothing has been asked for yet, so the payment simply stays requested and is tried again.
      if (made.kind !== 'silent' || !made.keySpent) return null;
      await skipCustomer(tx, id, attempt);
      if (attempt <= promptly) tx.publish('payment.submit', { subjectId: id });
      return null;
    });
  }

  private async read(paymentId: string): Promise<PaymentRow | null> {
    return this.unitOfWork.readMarket((tx) => findPayment(tx, paymentId));
  }
}

const command = (step: string) => ({ name: `payments.${step}`, scope: 'market' }) as const;
