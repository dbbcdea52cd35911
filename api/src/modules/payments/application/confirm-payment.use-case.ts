import { Inject, Injectable } from '@nestjs/common';
import type { confirmPaymentInput, payment } from '@muheng/contracts/payments';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { confirmPayment, lockPayment } from '../persistence/payment.repository.js';
import { paymentView } from './payment-view.js';
import { requestPayment } from './request-payment.js';

export type ConfirmInput = z.output<typeof confirmPaymentInput>;

/** The card that a demo pays with when nobody typed one; a live market never fills one in. */
const demoCard = 'pm_card_visa';

/** The payer chooses how to pay; the worker then speaks to the provider. */
@Injectable()
export class ConfirmPayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Answers the payment under way: after a failed one, a new one for the same debt. Throws `payment.not-found`,
   * `payment.already-confirmed`, `request.field-required` (the card's token, in a live market).
   */
  async execute(
    context: CommandContext,
    paymentId: string,
    input: ConfirmInput,
  ): Promise<z.input<typeof payment>> {
    const command = { name: 'payments.confirm', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { paymentId, ...input }, (tx) =>
      this.within(tx, context, paymentId, input),
    );
  }

  /** The same inside another command's transaction. */
  async within(
    tx: Tx,
    context: CommandContext,
    paymentId: string,
    input: ConfirmInput,
  ): Promise<z.input<typeof payment>> {
    const cardToken = this.tokenOf(input);
    const asked = await lockPayment(tx, paymentId);
    if (!asked || asked.partyId !== context.actor.partyId) {
      throw new Refusal('payment.not-found', { params: { payment: paymentId } });
    }
    const over = asked.state === 'failed' || asked.state === 'canceled';
    const id = over ? await requestPayment(tx, asked) : paymentId;
    const current = over ? await lockPayment(tx, id) : asked;
    if (!current || current.confirmed || current.state !== 'requested') {
      throw new Refusal('payment.already-confirmed', { params: { state: current?.state ?? '' } });
    }
    await confirmPayment(tx, id, input.method, cardToken);
    tx.audit('payment', id, { method: input.method });
    tx.publish('payment.submit', { subjectId: id });
    return paymentView({ ...current, method: input.method }, context.actor.partyCode);
  }

  private tokenOf(input: ConfirmInput): string | null {
    if (input.method === 'bank-transfer') return null;
    if (input.cardToken !== undefined) return input.cardToken;
    if (this.config.MUHENG_MODE !== 'live') return demoCard;
    throw new Refusal('request.field-required', { params: { field: 'cardToken' }, pointer: '/cardToken' });
  }
}
