import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { unlessRefused } from '../../../kernel/errors/decided.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { callOffRequested } from '../../payments/application/cancel-payment.js';
import { refuseRegistrationTime } from '../domain/registration-window.js';
import { lockFormListing } from '../persistence/form-listing.repository.js';
import { findRegistration, lockRegistration } from '../persistence/registration.repository.js';
import { coverByWallet } from './cover-by-wallet.js';
import { biddingForms, windowOf } from './form-window.js';
import { type RegistrationView, registrationView } from './registration-view.js';

/** A bidder who has registered and still owes the deposit lets its wallet stand for it. */
@Injectable()
export class CoverRegistration {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Throws `bidding.not-registered`, `bidding.closed`, `payment.deposit-settled`, `payment.already-confirmed` (the
   * deposit is on its way by itself), `payment.wallet-limit`.
   */
  async execute(context: CommandContext, listingId: string): Promise<RegistrationView> {
    const command = { name: 'bidding.cover-deposit', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { listingId }, async (tx) => {
      const { partyId, partyCode } = context.actor;
      const { row, window } = windowOf(await lockFormListing(tx, listingId), listingId, biddingForms);
      const known = partyId === null ? null : await findRegistration(tx, listingId, partyId);
      const own = known && (await lockRegistration(tx, known.id));
      if (!own || partyId === null) {
        const depositCloseAt = window.depositClosesAt.toISOString();
        throw new Refusal('bidding.not-registered', { params: { bidder: partyCode, depositCloseAt } });
      }
      const { depositClosesAt } = window;
      const noticeAt = row.noticeAt ?? new Date(0);
      unlessRefused(
        refuseRegistrationTime({ noticeAt, depositClosesAt, closedAt: row.closedAt }, await tx.marketTime()),
      );
      if (own.status !== 'qualified') {
        throw new Refusal('payment.deposit-settled', { params: { status: own.status } });
      }
      // What is on its way to us cannot be called back: it counts when it has come.
      if (!(await callOffRequested(tx, 'registration', own.id, 'deposit'))) {
        throw new Refusal('payment.already-confirmed', { params: { state: 'submitted' } });
      }
      await coverByWallet(
        tx,
        { registrationId: own.id, listingId, partyId, amount: own.deposit },
        row.policy,
      );
      tx.audit('registration', own.id, { fromWallet: true });
      tx.publish('registration.covered', { registrationId: own.id });
      const covered = await findRegistration(tx, listingId, partyId);
      if (!covered) throw new Error(`registration ${own.id} vanished`);
      return registrationView(covered);
    });
  }
}
