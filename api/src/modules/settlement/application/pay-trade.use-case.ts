import { Injectable } from '@nestjs/common';
import type { payment } from '@muheng/contracts/payments';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { type ConfirmInput, ConfirmPayment } from '../../payments/application/confirm-payment.use-case.js';
import { findLivePayment } from '../../payments/application/live-payment.js';
import { requestPayment } from '../../payments/application/request-payment.js';
import type { TradeRow } from '../persistence/trade.repository.js';
import { findInstalments } from '../persistence/instalment.repository.js';
import { lockOwnTrade, refuseEarly } from './sign-trade.use-case.js';

/**
 * The buyer pays the balance, or the next part of it, and after it what paying late costs. One payment of each lives at
 * a time; after a failed one, this starts another.
 */
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
      const parts = (await findInstalments(tx, [tradeId])).get(tradeId);
      const next = parts?.find(({ state }) => state !== 'succeeded');
      const isPaid = parts ? !next : live?.state === 'succeeded';
      if (isPaid) return this.payCharge(tx, context, trade, input);
      if (trade.status !== 'payment-due') {
        throw new Refusal('settlement.wrong-status', { params: { status: trade.status, action: 'pay' } });
      }
      const due = { amount: next?.amount ?? trade.price - trade.deposit, part: next?.part ?? 0 };
      const { buyerId: partyId } = trade;
      const known = next ? next.paymentId : live?.id;
      const payment = known ?? (await requestPayment(tx, { ...balanceOf(tradeId), partyId, ...due }));
      return this.confirmPayment.within(tx, context, payment, input);
    });
  }

  /** The price has come, but late: what that costs is still due. */
  private async payCharge(tx: Tx, context: CommandContext, trade: TradeRow, input: ConfirmInput) {
    const charge = await findLivePayment(tx, 'trade', trade.id, 'late-charge');
    if (charge?.state === 'succeeded' || trade.lateCharge === 0n) {
      throw new Refusal('settlement.already-paid');
    }
    const { id: subjectId, buyerId: partyId, lateCharge: amount } = trade;
    const due = { kind: 'late-charge', subjectType: 'trade', subjectId, partyId, amount } as const;
    return this.confirmPayment.within(tx, context, charge?.id ?? (await requestPayment(tx, due)), input);
  }
}

const balanceOf = (subjectId: string) => ({ kind: 'balance', subjectType: 'trade', subjectId }) as const;
