import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../../kernel/access/actor.js';
import { unlessRefused } from '../../../../kernel/errors/decided.js';
import { Refusal } from '../../../../kernel/errors/refusal.js';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../../kernel/unit-of-work/unit-of-work.js';
import { proofOf } from '../../../listings/application/county-gate.js';
import { requestPayment } from '../../../payments/application/request-payment.js';
import { CountyFirst } from '../../../quota-bank/application/county-first.service.js';
import { refuseRegistrationTime } from '../../domain/registration-window.js';
import { findFormListing, lockFormListing } from '../../persistence/form-listing.repository.js';
import {
  certifyOffer,
  findOfferFile,
  findOfferItems,
  type OfferFile,
} from '../../persistence/offer.repository.js';
import { lockRegistration } from '../../persistence/registration.repository.js';
import { admit } from '../admit-bidder.js';
import { windowOf } from '../form-window.js';
import { type RegistrationView, registrationView } from '../registration-view.js';
import { holdOffered } from './offered-quota.js';

const forms: ReadonlySet<string> = new Set(['reverse-purchase']);

/**
 * A second person of the selling party certifies what it puts up for a purchase, as for a listing of its own
 * (domain §8): it is surplus, and from here on the purchase holds it.
 */
@Injectable()
export class CertifyOffer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /**
   * Throws `request.not-found` (also for another party's), `bidding.offer-not-waiting`, `listing.two-people`, then in the
   * order of replay.md `party.suspended`, `quota.*`, `county-first.*`; last `bidding.closed`.
   */
  async execute(context: CommandContext, registrationId: string): Promise<RegistrationView> {
    const command = { name: 'bidding.certify-offer', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { registrationId }, async (tx) => {
      const seen = await findOfferFile(tx, registrationId);
      if (seen?.sellerId !== context.actor.partyId) throw new Refusal('request.not-found');
      refuseDone(seen.status);
      if (seen.byPersonId === context.actor.personId) throw new Refusal('listing.two-people');
      await this.within(tx, seen, context.actor.personId);
      tx.audit('registration', registrationId, { certified: seen.listingId });
      const after = await lockRegistration(tx, registrationId);
      if (!after) throw new Error(`registration ${registrationId} vanished`);
      return registrationView(after);
    });
  }

  private async within(tx: Tx, file: OfferFile, personId: string): Promise<void> {
    const { id, listingId, sellerId } = file;
    const listing = await findFormListing(tx, listingId);
    if (!listing) throw new Error(`listing ${listingId} vanished`);
    const items = await findOfferItems(tx, id);
    const { quota } = listing;
    // The county's row first, then the listing's, then the registration's.
    const certified = await this.countyFirst.certify(tx, { countyId: sellerId, quota, items });
    const { row, window } = windowOf(await lockFormListing(tx, listingId), listingId, forms);
    const { depositClosesAt } = window;
    const noticeAt = row.noticeAt ?? new Date(0);
    unlessRefused(
      refuseRegistrationTime({ noticeAt, depositClosesAt, closedAt: row.closedAt }, await tx.marketTime()),
    );
    const registration = await lockRegistration(tx, id);
    refuseDone(registration?.status ?? 'rejected');
    await holdOffered(tx, { registrationId: id, sellerId, quota }, items);
    await certifyOffer(tx, id, { personId, proof: proofOf(certified) });
    const amount = registration?.deposit ?? 0n;
    const deposit = { kind: 'deposit', subjectType: 'registration', subjectId: id } as const;
    if (amount === 0n) await admit(tx, listingId, [id]);
    else await requestPayment(tx, { ...deposit, partyId: sellerId, amount });
  }
}

function refuseDone(status: string): void {
  if (status !== 'applied') throw new Refusal('bidding.offer-not-waiting', { params: { status } });
}
