import { Injectable } from '@nestjs/common';
import { parseCny } from '@muheng/contracts/common/quantity';
import type { payment } from '@muheng/contracts/payments';
import type { topUpInput } from '@muheng/contracts/wallet';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { CommandContext } from '../../../../kernel/access/actor.js';
import { Refusal } from '../../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../../kernel/unit-of-work/unit-of-work.js';
import { lockWallet } from '../../persistence/wallet.repository.js';
import { ConfirmPayment } from '../confirm-payment.use-case.js';
import { requestPayment } from '../request-payment.js';

/** Money for deposits to come. It counts from when the provider says that it is there. */
@Injectable()
export class TopUpWallet {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly confirmPayment: ConfirmPayment,
  ) {}

  /** Throws `access.forbidden` for somebody without a party, and what confirming throws. */
  async execute(
    context: CommandContext,
    { amountCny, ...how }: z.output<typeof topUpInput>,
  ): Promise<z.input<typeof payment>> {
    const { partyId } = context.actor;
    if (partyId === null) throw new Refusal('access.forbidden');
    const command = { name: 'payments.top-up-wallet', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { amountCny, ...how }, async (tx) => {
      await lockWallet(tx, partyId);
      // Each top-up is a payment for itself: several may be under way at once, each with a sub-account of its own.
      const subject = { kind: 'deposit', subjectType: 'wallet', subjectId: uuidv7() } as const;
      const id = await requestPayment(tx, { ...subject, partyId, amount: parseCny(amountCny) });
      return this.confirmPayment.within(tx, context, id, how);
    });
  }
}
