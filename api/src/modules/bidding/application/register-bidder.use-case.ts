import { Injectable } from '@nestjs/common';
import type { registerInput } from '@muheng/contracts/bidding';
import type { Quantities } from '@muheng/contracts/common/component';
import type { Policy } from '@muheng/contracts/common/policy';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { unlessRefused } from '../../../kernel/errors/decided.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { requestPayment } from '../../payments/application/request-payment.js';
import type { CoverRequest } from '../../payments/application/wallet/cover-deposit.js';
import { BuyerEligibility } from '../../quota-bank/application/buyer-eligibility.service.js';
import { bidderNumber } from '../domain/bidder-number.js';
import { refuseRegistrationTime } from '../domain/registration-window.js';
import { capIfBeyond, lockParty } from '../persistence/buyer-cap.repository.js';
import { type FormListing, lockFormListing } from '../persistence/form-listing.repository.js';
import {
  countRegistrations,
  findNeedOfProject,
  findRegistration,
  insertRegistration,
} from '../persistence/registration.repository.js';
import { admit } from './admit-bidder.js';
import { coverByWallet } from './cover-by-wallet.js';
import { biddingForms, windowOf } from './form-window.js';
import { putUpItems } from './purchase/put-up-items.js';
import { type RegistrationView, registrationView } from './registration-view.js';

type Input = z.output<typeof registerInput>;

interface Terms {
  row: FormListing;
  /** What the buyer lacks; null where the policy knows no cap. */
  deficit: Quantities | null;
  /** How many have registered before. */
  places: number;
}

/**
 * A buyer applies, is found eligible, and is asked for its deposit (domain §9, §11 F1.2); to a purchase a seller applies
 * with the lots that it would deliver.
 */
@Injectable()
export class RegisterBidder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly eligibility: BuyerEligibility,
  ) {}

  /**
   * Throws `listing.not-found`, `listing.not-approved`, then in the order of replay.md `bidding.closed`,
   * `bidding.own-listing`, `party.*`; then `bidding.already-registered`, `payment.wallet-limit`, and what `putUpItems`
   * throws.
   */
  async execute(context: CommandContext, listingId: string, input: Input): Promise<RegistrationView> {
    const command = { name: 'bidding.register', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { ...input, listingId }, (tx) =>
      this.within(tx, context.actor, listingId, input),
    );
  }

  /** The same inside a command that registers for several at once; market scope. Throws as `execute`. */
  async within(tx: Tx, actor: Actor, listingId: string, input: Input): Promise<RegistrationView> {
    const { partyId, partyCode } = actor;
    if (partyId === null) throw new Refusal('access.forbidden');
    // All behind the listing's lock, in one packet.
    const [found, at, known, places] = await Promise.all([
      lockFormListing(tx, listingId),
      tx.marketTime(),
      findRegistration(tx, listingId, partyId),
      countRegistrations(tx, listingId),
      // Two registrations of one party at once see each other: what it stands to buy in all is bounded.
      lockParty(tx, partyId),
    ]);
    const { row, window } = windowOf(found, listingId, biddingForms);
    const { depositClosesAt } = window;
    const noticeAt = row.noticeAt ?? new Date(0);
    unlessRefused(refuseRegistrationTime({ noticeAt, depositClosesAt, closedAt: row.closedAt }, at));
    const isSeller = row.form === 'reverse-purchase';
    const needId = isSeller ? null : await this.needOf(tx, partyId, input);
    let deficit: Quantities | null = null;
    if (isSeller) await this.eligibility.checkSeller(tx, { sellerId: partyId, listingId });
    else deficit = await this.check(tx, partyId, row, needId);
    if (known) throw new Refusal('bidding.already-registered', { params: { bidder: partyCode } });
    const who = { ...actor, partyId };
    const id = isSeller
      ? await putUpItems(tx, who, row, { items: input.items, deposit: row.deposit })
      : await this.applyToBuy(tx, who, { row, deficit, places }, { ...input, needId });
    tx.audit('registration', id, { listing: listingId });
    const made = await findRegistration(tx, listingId, partyId);
    if (!made) throw new Error(`registration ${id} vanished`);
    return registrationView(made);
  }

  /** A buyer is qualified at once: what speaks against it has been asked. Its deposit gives it the right to bid. */
  private async applyToBuy(
    tx: Tx,
    { partyId, personId }: Actor & { partyId: string },
    { row, deficit, places }: Terms,
    { needId, projectCode, fromWallet }: Omit<Input, 'needId'> & { needId: string | null },
  ): Promise<string> {
    const { id: listingId, deposit } = row;
    const id = uuidv7();
    const asked = { registrationId: id, listingId, partyId, amount: deposit };
    await Promise.all([
      insertRegistration(tx, {
        id,
        listingId,
        buyerId: partyId,
        bidderNo: bidderNumber(listingId, places),
        needId,
        projectCode: projectCode ?? null,
        status: 'qualified',
        deposit,
        deficit,
        byPersonId: personId,
      }),
      deficit !== null && capIfBeyond(tx, id),
      askDeposit(tx, asked, fromWallet ? row.policy : null),
    ]);
    return id;
  }

  /** As `within`; a party that is registered already keeps its registration. */
  async ensure(tx: Tx, actor: Actor, listingId: string, input: Input): Promise<RegistrationView> {
    const known = actor.partyId === null ? null : await findRegistration(tx, listingId, actor.partyId);
    return known ? registrationView(known) : this.within(tx, actor, listingId, input);
  }

  private async needOf(tx: Tx, partyId: string, input: Input): Promise<string | null> {
    if (input.needId !== undefined) return input.needId;
    if (input.projectCode === undefined) return null;
    const needId = await findNeedOfProject(tx, partyId, input.projectCode);
    if (needId !== null) return needId;
    throw new Refusal('quota.need-not-found', {
      params: { need: input.projectCode },
      pointer: '/projectCode',
    });
  }

  private async check(
    tx: Tx,
    buyerId: string,
    row: FormListing,
    needId: string | null,
  ): Promise<Quantities | null> {
    return this.eligibility.check(tx, {
      buyerId,
      listingId: row.id,
      quantities: row.offered,
      needId,
      // The need that a unit registers has passed its county; a consent of its own is not recorded yet.
      hasCountyConsent: true,
    });
  }
}

/** The deposit that a registration gives its right by: nothing, a part of the wallet, or a payment of its own. */
async function askDeposit(
  tx: Tx,
  asked: Omit<CoverRequest, 'limitPct'>,
  walletPolicy: Policy | null,
): Promise<void> {
  const { registrationId, listingId, partyId, amount } = asked;
  if (amount === 0n) await admit(tx, listingId, [registrationId]);
  else if (walletPolicy) await coverByWallet(tx, asked, walletPolicy);
  else await requestPayment(tx, { ...depositOf(registrationId), partyId, amount });
}

const depositOf = (registrationId: string) =>
  ({ kind: 'deposit', subjectType: 'registration', subjectId: registrationId }) as const;
