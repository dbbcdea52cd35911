import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { requestRefund } from '../../payments/application/request-refund.js';
import { lockAuction } from '../persistence/auction.repository.js';
import {
  type DepositRow,
  findDeposit,
  lockRegistration,
  setRegistrationStatus,
} from '../persistence/registration.repository.js';
import { admit } from './admit-bidder.js';

type Answer = 'not-a-deposit' | 'nothing-to-do' | 'admitted' | 'late';

/**
 * Job `payment.succeeded`: a deposit has come. In time it gives the right to bid; late, or after the listing has
 * ended, it goes straight back (domain §11 F1.2). Judged by when it was paid, not by when this runs. Twice is fine.
 */
@Injectable()
export class ConfirmDeposit {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(context: CommandContext, paymentId: string): Promise<{ answer: Answer }> {
    const command = { name: 'bidding.confirm-deposit', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { paymentId }, async (tx) => {
      const deposit = await findDeposit(tx, paymentId);
      if (!deposit) return { answer: 'not-a-deposit' };
      return { answer: await judge(tx, deposit) };
    });
  }
}

async function judge(tx: Tx, deposit: DepositRow): Promise<Answer> {
  const row = await lockAuction(tx, deposit.listingId);
  const registration = await lockRegistration(tx, deposit.registrationId);
  if (!row || registration?.status !== 'qualified' || !deposit.succeeded) return 'nothing-to-do';
  const paidAt = deposit.paidAt ?? (await tx.marketTime());
  const inTime = row.depositCloseAt !== null && paidAt < row.depositCloseAt && row.closedAt === null;
  tx.audit('registration', registration.id, { inTime });
  if (inTime) {
    await admit(tx, row.id, registration.id);
    return 'admitted';
  }
  await setRegistrationStatus(tx, registration.id, 'rejected');
  await requestRefund(tx, { paymentId: deposit.paymentId, reason: 'late' });
  return 'late';
}
