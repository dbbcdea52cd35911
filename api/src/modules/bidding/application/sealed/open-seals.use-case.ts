import { Injectable } from '@nestjs/common';
import type { giveShareInput, openingState, ownShare, revealBidInput } from '@muheng/contracts/bidding';
import { combineShares, commitmentOf, shareThreshold } from '@muheng/contracts/common/sealing';
import type { z } from 'zod';
import type { Actor, CommandContext } from '../../../../kernel/access/actor.js';
import { Refusal } from '../../../../kernel/errors/refusal.js';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../../kernel/unit-of-work/unit-of-work.js';
import { sha256 } from '../../../listings/application/draw.js';
import { recordEvents } from '../../../listings/application/listing-log.js';
import { requireMove } from '../../../listings/application/move-listing.js';
import { CountyFirst } from '../../../quota-bank/application/county-first.service.js';
import {
  type FormListing,
  findFormListing,
  lockFormListing,
} from '../../persistence/form-listing.repository.js';
import {
  findOpenings,
  findSealedAuction,
  findSealedBids,
  findShares,
  insertOpenings,
  recordShare,
  type ShareRow,
} from '../../persistence/sealed.repository.js';
import { windowOf } from '../form-window.js';
import { decideSealed, judgeContent, openAll } from './decide-sealed.js';
import { publicOf, shamir } from './hpke.js';
import { sealedForms, sealedTermsOf } from './sealed-terms.js';

type State = z.input<typeof openingState>;

/**
 * The opening of sealed bids, share by share (domain §11). Nothing opens before the close: the rule here, triggers in
 * the database, and a key that nobody holds alone.
 */
@Injectable()
export class OpenSeals {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /** A holder's own sealed share. Throws `bidding.not-opened` before the close, `bidding.share-not-yours`. */
  async ownShare(actor: Actor, listingId: string): Promise<z.input<typeof ownShare>> {
    return this.unitOfWork.readMarket(async (tx) => {
      const { row } = windowOf(await findFormListing(tx, listingId), listingId, sealedForms);
      refuseEarly(row, tx.now);
      const share = (await findShares(tx, listingId)).find((each) => each.partyId === actor.partyId);
      if (!share) throw new Refusal('bidding.share-not-yours');
      return {
        holder: share.holder,
        sealed: share.sealed,
        digest: share.digest,
        given: share.given !== null,
      };
    });
  }

  /**
   * A holder gives its share; the second one opens every bid and decides. Throws `bidding.not-opened` before the
   * close, `bidding.share-not-yours`, `bidding.share-wrong`, `listing.wrong-status` once it is over.
   */
  async giveShare(
    context: CommandContext,
    listingId: string,
    { share }: z.output<typeof giveShareInput>,
  ): Promise<State> {
    const command = { name: 'bidding.give-share', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { listingId, digest: sha256(share) }, async (tx) => {
      const row = await this.lock(tx, listingId, 'give-share');
      const shares = await findShares(tx, listingId);
      const own = shares.find((each) => each.partyId === context.actor.partyId && each.given === null);
      if (!own) throw new Refusal('bidding.share-not-yours');
      if (sha256(share) !== own.digest) throw new Refusal('bidding.share-wrong', { pointer: '/share' });
      await recordShare(tx, listingId, own.holder, share, context.actor.personId);
      const given = [...shares.flatMap((each) => each.given ?? []), share];
      const payload = { holder: own.holder, given: given.length, needed: shareThreshold };
      await recordEvents(tx, listingId, [{ event: 'share.given', payload }]);
      tx.audit('listing', listingId, { share: own.holder });
      const opened = given.length >= shareThreshold;
      if (opened) await openWith(tx, row, given);
      return { given: given.length, needed: shareThreshold, opened };
    });
  }

  /**
   * The fallback: a bidder shows what it sealed. What is revealed counts when the shares do not come; throws
   * `bidding.not-opened` before the close, `request.not-found` for another's bid, `bidding.revelation-wrong`.
   */
  async reveal(
    context: CommandContext,
    listingId: string,
    bidId: string,
    content: z.output<typeof revealBidInput>,
  ): Promise<State> {
    const command = { name: 'bidding.reveal', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { ...content, listingId, bidId }, async (tx) => {
      const row = await this.lock(tx, listingId, 'reveal');
      const bid = (await findSealedBids(tx, listingId)).find((each) => each.id === bidId);
      if (!bid || bid.buyerId !== context.actor.partyId) throw new Refusal('request.not-found');
      const met =
        commitmentOf(sha256, { listing: listingId, bidder: bid.bidder }, content) === bid.commitment;
      if (!met) throw new Refusal('bidding.revelation-wrong');
      const openings = await findOpenings(tx, listingId);
      if (!openings.some((opening) => opening.bidId === bidId)) {
        await insertOpenings(tx, listingId, 'revelation', [judgeContent(sealedTermsOf(row), bidId, content)]);
        tx.audit('listing', listingId, { revealed: bid.seq });
      }
      const given = (await findShares(tx, listingId)).filter((each: ShareRow) => each.given !== null).length;
      return { given, needed: shareThreshold, opened: false };
    });
  }

  /** A sealed listing after its close and before its result, under both locks. */
  private async lock(tx: Tx, listingId: string, event: 'give-share' | 'reveal'): Promise<FormListing> {
    const seen = await findFormListing(tx, listingId);
    if (seen) await this.countyFirst.markStale(tx, seen.organiserId, seen.quota);
    const { row } = windowOf(await lockFormListing(tx, listingId), listingId, sealedForms);
    refuseEarly(row, await tx.marketTime());
    // The clock has closed the seals, even where the job that says so has not run yet.
    requireMove(row, event, true);
    return row;
  }
}

function refuseEarly(row: FormListing, at: Date): void {
  if (row.endsAt !== null && at >= row.endsAt) return;
  throw new Refusal('bidding.not-opened', { params: { opensAt: row.endsAt?.toISOString() ?? '' } });
}

async function openWith(tx: Tx, row: FormListing, given: readonly string[]): Promise<void> {
  const auction = await findSealedAuction(tx, row.id);
  // The order of ties stands before anything is read: the close comes first, whoever is late.
  if (!auction?.tieRecord) throw new Refusal('bidding.not-opened', { params: { opensAt: '' } });
  const privateKey = await combineShares(publicOf, shamir, auction.publicKey, given);
  if (!privateKey) throw new Refusal('bidding.share-wrong', { pointer: '/share' });
  await openAll(tx, row, privateKey);
  privateKey.fill(0);
  await decideSealed(tx, row, 'shares');
}
