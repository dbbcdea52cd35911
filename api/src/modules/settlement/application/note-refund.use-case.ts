import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { findPayments } from '../../payments/application/live-payment.js';
import { markRegistrations } from '../persistence/award.repository.js';

/** Deposits have reached their owners' banks again: their registrations say so (domain §7). */
@Injectable()
export class NoteRefund {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Job `payment.refunded`. A deposit of which a part went into a price stays `deposit-applied`. */
  async execute(context: CommandContext, paymentIds: readonly string[]): Promise<void> {
    const command = { name: 'settlement.note-refund', scope: 'market' } as const;
    await this.unitOfWork.step(command, context, { paymentIds }, async (tx) => {
      const deposits = (await findPayments(tx, paymentIds)).filter(
        ({ kind, subjectType }) => kind === 'deposit' && subjectType === 'registration',
      );
      const whole = deposits.filter(({ amount, refunded, applied }) => applied === 0n && refunded >= amount);
      await markRegistrations(
        tx,
        whole.map(({ subjectId }) => subjectId),
        'refunded',
      );
    });
  }
}
