import { quantities } from '@muheng/contracts/common/component';
import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Lane } from '../../../kernel/lane.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { requestRefunds } from '../../payments/application/request-refund.js';
import { loadOffer } from '../../listings/application/offer.js';
import { BuyerEligibility } from '../../quota-bank/application/buyer-eligibility.service.js';
import { type AuctionRow, lockAuction } from '../persistence/auction.repository.js';
import {
  type DepositRow,
  findDeposits,
  lockRegistrations,
  type RegistrationRow,
  setRegistrationStatus,
} from '../persistence/registration.repository.js';
import { admit } from './admit-bidder.js';

type Answer = 'not-a-deposit' | 'nothing-to-do' | 'admitted' | 'late' | 'barred';
type Judged = readonly { deposit: DepositRow; answer: Answer }[];

const limits = { batch: 100, waiting: 10_000 };

/**
 * Job `payment.succeeded`: a deposit has come. In time it gives the right to bid; late, after the listing has ended, or
 * from a party that was suspended since it registered, it goes straight back (domain §9, §11 F1.2). Judged by when it
 * was paid, not by when this runs. Twice is fine. Deposits that come at the same time are judged together, each
 * listing's under its lock once.
 */
@Injectable()
export class ConfirmDeposit {
  private readonly lane = new Lane<{ context: CommandContext; paymentId: string }, { answer: Answer }>(
    (batch) => this.confirm(batch),
    limits,
  );

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly eligibility: BuyerEligibility,
  ) {}

  async execute(context: CommandContext, paymentId: string): Promise<{ answer: Answer }> {
    return this.lane.submit({ context, paymentId });
  }

  private async confirm(
    batch: readonly { context: CommandContext; paymentId: string }[],
  ): Promise<{ answer: Answer }[]> {
    const [first] = batch;
    if (!first) return [];
    const command = { name: 'bidding.confirm-deposit', scope: 'market' } as const;
    const paymentIds = batch.map(({ paymentId }) => paymentId);
    const answers = new Map<string, Answer>();
    await this.unitOfWork.step(command, first.context, { paymentIds }, async (tx) => {
      const deposits = await findDeposits(tx, paymentIds);
      // In one order for all: two processes each have a batch.
      for (const listingId of [...new Set(deposits.map((each) => each.listingId))].sort()) {
        const itsOwn = deposits.filter((each) => each.listingId === listingId);
        for (const { deposit, answer } of await this.judge(tx, listingId, itsOwn))
          answers.set(deposit.paymentId, answer);
      }
    });
    return paymentIds.map((id) => ({ answer: answers.get(id) ?? 'not-a-deposit' }));
  }

  private async judge(tx: Tx, listingId: string, deposits: readonly DepositRow[]): Promise<Judged> {
    const row = await lockAuction(tx, listingId);
    const ids = deposits.map(({ registrationId }) => registrationId);
    const registrations = new Map((await lockRegistrations(tx, ids)).map((each) => [each.id, each]));
    const buyerIds = [...registrations.values()].map(({ buyerId }) => buyerId);
    const suspended = await this.eligibility.underSuspension(tx, buyerIds);
    const judged: { deposit: DepositRow; answer: Answer }[] = [];
    for (const deposit of deposits) {
      const registration = registrations.get(deposit.registrationId);
      // A second payment for the same registration finds it judged.
      registrations.delete(deposit.registrationId);
      if (!row || registration?.status !== 'qualified' || !deposit.succeeded) {
        judged.push({ deposit, answer: 'nothing-to-do' });
        continue;
      }
      const inTime = isInTime(row, deposit.paidAt ?? (await tx.marketTime()));
      const isBarred =
        inTime && suspended.has(registration.buyerId) && (await this.isBarred(tx, registration));
      tx.audit('registration', registration.id, { inTime, ...(isBarred && { isBarred }) });
      judged.push({ deposit, answer: isBarred ? 'barred' : inTime ? 'admitted' : 'late' });
    }
    await carryOut(tx, listingId, judged);
    return judged;
  }

  /** Whether its party may not buy this any more; what else may have changed is judged when it bids. */
  private async isBarred(tx: Tx, { buyerId, listingId, needId }: RegistrationRow): Promise<boolean> {
    const { area, paddy, capacity } = await loadOffer(tx, listingId);
    const offered = { quantities: quantities(area, paddy, capacity), needId, hasCountyConsent: true };
    return this.eligibility.isSuspended(tx, { buyerId, listingId, ...offered });
  }
}

const isInTime = ({ depositCloseAt, closedAt }: AuctionRow, paidAt: Date): boolean =>
  depositCloseAt !== null && paidAt < depositCloseAt && closedAt === null;

/** Whoever paid in time may bid; the money of the others goes back. */
async function carryOut(tx: Tx, listingId: string, judged: Judged): Promise<void> {
  const registrationsOf = (each: Judged): string[] => each.map(({ deposit }) => deposit.registrationId);
  const admitted = judged.filter(({ answer }) => answer === 'admitted');
  const turnedAway = judged.filter(({ answer }) => answer === 'late' || answer === 'barred');
  await admit(tx, listingId, registrationsOf(admitted));
  await setRegistrationStatus(tx, registrationsOf(turnedAway), 'rejected');
  await requestRefunds(
    tx,
    turnedAway.map(({ deposit: { paymentId }, answer: reason }) => ({ paymentId, reason })),
  );
}
