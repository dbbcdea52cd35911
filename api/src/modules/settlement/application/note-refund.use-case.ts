import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { findPayment } from '../../payments/application/live-payment.js';
import { markRegistration } from '../persistence/award.repository.js';

/** A deposit has reached its owner's bank again: the registration says so (domain §7). */
@Injectable()
export class NoteRefund {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Job `payment.refunded`. A deposit of which a part went into a price stays `deposit-applied`. */
  async execute(context: CommandContext, paymentId: string): Promise<void> {
    const command = { name: 'settlement.note-refund', scope: 'market' } as const;
    await this.unitOfWork.step(command, context, { paymentId }, async (tx) => {
      const payment = await findPayment(tx, paymentId);
      if (payment?.kind !== 'deposit' || payment.subjectType !== 'registration') return;
      if (payment.applied > 0n || payment.refunded < payment.amount) return;
      await markRegistration(tx, payment.subjectId, 'refunded');
    });
  }
}
