import { Injectable } from '@nestjs/common';
import type { payment } from '@muheng/contracts/payments';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { type ConfirmInput, ConfirmPayment } from '../../payments/application/confirm-payment.use-case.js';
import { findLivePayment } from '../../payments/application/live-payment.js';
import { requestPayment } from '../../payments/application/request-payment.js';
import { lockOwnTrade, refuseEarly } from './sign-trade.use-case.js';

/** The buyer pays the balance. One payment of it lives at a time; after a failed one, this starts another. */
@Injectable()
export class PayTrade {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly confirmPayment: ConfirmPayment,
  ) {}

  /**
   * Throws `settlement.not-found`, `settlement.not-a-party`, `settlement.not-due`, `settlement.wrong-status`,
   * `settlement.already-paid`, and what confirming throws.
   */
  async execute(
    context: CommandContext,
    tradeId: string,
    input: ConfirmInput,
  ): Promise<z.input<typeof payment>> {
    const command = { name: 'settlement.pay', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { tradeId, ...input }, async (tx) => {
      const trade = await lockOwnTrade(tx, context, tradeId);
      if (trade.buyerId !== context.actor.partyId) {
        throw new Refusal('settlement.not-a-party', {
          params: { party: context.actor.partyCode, action: 'pay' },
        });
      }
      refuseEarly(trade, 'pay');
      const live = await findLivePayment(tx, 'trade', tradeId, 'balance');
      if (live?.state === 'succeeded') throw new Refusal('settlement.already-paid');
      if (trade.status !== 'payment-due') {
        throw new Refusal('settlement.wrong-status', { params: { status: trade.status, action: 'pay' } });
      }
      const amount = trade.price - trade.deposit;
      const { buyerId: partyId } = trade;
      const payment = live?.id ?? (await requestPayment(tx, { ...balanceOf(tradeId), partyId, amount }));
      return this.confirmPayment.within(tx, context, payment, input);
    });
  }
}

const balanceOf = (subjectId: string) => ({ kind: 'balance', subjectType: 'trade', subjectId }) as const;
