import { quantities } from '@muheng/contracts/common/component';
import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { requestRefund } from '../../payments/application/request-refund.js';
import { loadOffer } from '../../listings/application/offer.js';
import { BuyerEligibility } from '../../quota-bank/application/buyer-eligibility.service.js';
import { lockAuction } from '../persistence/auction.repository.js';
import {
  type DepositRow,
  findDeposit,
  lockRegistration,
  type RegistrationRow,
  setRegistrationStatus,
} from '../persistence/registration.repository.js';
import { admit } from './admit-bidder.js';

type Answer = 'not-a-deposit' | 'nothing-to-do' | 'admitted' | 'late' | 'barred';

/**
 * Job `payment.succeeded`: a deposit has come. In time it gives the right to bid; late, after the listing has ended, or
 * from a party that was suspended since it registered, it goes straight back (domain §9, §11 F1.2). Judged by when it
 * was paid, not by when this runs. Twice is fine.
 */
@Injectable()
export class ConfirmDeposit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly eligibility: BuyerEligibility,
  ) {}

  async execute(context: CommandContext, paymentId: string): Promise<{ answer: Answer }> {
    const command = { name: 'bidding.confirm-deposit', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { paymentId }, async (tx) => {
      const deposit = await findDeposit(tx, paymentId);
      if (!deposit) return { answer: 'not-a-deposit' };
      return { answer: await this.judge(tx, deposit) };
    });
  }

  private async judge(tx: Tx, deposit: DepositRow): Promise<Answer> {
    const row = await lockAuction(tx, deposit.listingId);
    const registration = await lockRegistration(tx, deposit.registrationId);
    if (!row || registration?.status !== 'qualified' || !deposit.succeeded) return 'nothing-to-do';
    const paidAt = deposit.paidAt ?? (await tx.marketTime());
    const inTime = row.depositCloseAt !== null && paidAt < row.depositCloseAt && row.closedAt === null;
    const isBarred = inTime && (await this.isSuspended(tx, registration));
    tx.audit('registration', registration.id, { inTime, ...(isBarred && { isBarred }) });
    if (inTime && !isBarred) {
      await admit(tx, row.id, registration.id);
      return 'admitted';
    }
    await setRegistrationStatus(tx, registration.id, 'rejected');
    const reason = isBarred ? 'barred' : 'late';
    await requestRefund(tx, { paymentId: deposit.paymentId, reason });
    return reason;
  }

  /** Whether its party may not buy this any more; what else may have changed is judged when it bids. */
  private async isSuspended(tx: Tx, { buyerId, listingId, needId }: RegistrationRow): Promise<boolean> {
    const { area, paddy, capacity } = await loadOffer(tx, listingId);
    const offered = { quantities: quantities(area, paddy, capacity), needId, hasCountyConsent: true };
    return this.eligibility.isSuspended(tx, { buyerId, listingId, ...offered });
  }
}
