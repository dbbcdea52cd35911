import { Inject, Injectable } from '@nestjs/common';
import { parseCny } from '@muheng/contracts/common/quantity';
import type { fundPaymentInput, payment as paymentWire } from '@muheng/contracts/payments';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { findPayment } from '../persistence/payment.repository.js';
import { paymentView } from './payment-view.js';
import { PaymentProvider } from './payment-provider.js';

/** Demo and practice only: plays the buyer's bank, which transfers the money to the sub-account. */
@Injectable()
export class FundPayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly provider: PaymentProvider,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * The money reaches us as in life: by the provider's webhook, or by the look-up that we ask for here as well.
   * Throws `request.not-found` in a live market, `payment.not-found`, `payment.not-ready`, `payment.unavailable`.
   */
  async execute(
    context: CommandContext,
    paymentId: string,
    input: z.output<typeof fundPaymentInput>,
  ): Promise<z.input<typeof paymentWire>> {
    if (this.config.MUHENG_MODE === 'live') throw new Refusal('request.not-found');
    const payment = await this.unitOfWork.readMarket((tx) => findPayment(tx, paymentId));
    if (!payment || payment.partyId !== context.actor.partyId) {
      throw new Refusal('payment.not-found', { params: { payment: paymentId } });
    }
    const { customerId, instructions, state } = payment;
    if (state === 'submitted' && customerId !== null && instructions !== null) {
      const amount = input.amountCny === undefined ? payment.amount : parseCny(input.amountCny);
      const sent = await this.provider.fund({ customerId, amount, reference: instructions.reference });
      if (sent.kind !== 'answer') throw new Refusal('payment.unavailable');
    } else if (state !== 'succeeded') {
      throw new Refusal('payment.not-ready', { params: { state } });
    }
    const command = { name: 'payments.fund', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { paymentId, ...input }, async (tx) => {
      tx.publish('payment.resolve', { subjectId: paymentId });
      return paymentView(payment, context.actor.partyCode);
    });
  }
}
