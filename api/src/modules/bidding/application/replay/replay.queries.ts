import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../../kernel/access/actor.js';
import { Refusal } from '../../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../../kernel/unit-of-work/read-tx.js';
import { UnitOfWork } from '../../../../kernel/unit-of-work/unit-of-work.js';
import { loadRoomFacts } from '../../../listings/application/room-facts.js';
import { type AuctionRow, findAuction } from '../../persistence/auction.repository.js';
import { findFormListing } from '../../persistence/form-listing.repository.js';
import { biddingForms } from '../form-window.js';
import { replayOfForm } from './replay-form.js';
import { replayTimed } from './replay-timed.js';
import type { Facts, Played, ReplayView } from './replay-view.js';

const watching = new Set<string>(['regulator', 'auditor', 'approver']);
const over = new Set<string>(['closed-sold', 'closed-failed', 'terminated', 'withdrawn']);

/** An auction run again from its log, in public once it is over, at any time for those who watch it. */
@Injectable()
export class ReplayQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Throws `listing.not-found` before the notice, `listing.form-not-allowed` for a deal with a named buyer, who bids
   * against nobody, `bidding.replay-after-close` for the public while it runs.
   */
  async replay(actor: Actor | null, listingId: string): Promise<ReplayView> {
    return this.unitOfWork.readMarket(async (tx) => {
      const facts = await loadRoomFacts(tx, listingId);
      const row = facts?.isPublic ? await findAuction(tx, listingId) : null;
      if (!facts || !row) throw new Refusal('listing.not-found', { params: { listing: listingId } });
      if (!biddingForms.has(row.form))
        throw new Refusal('listing.form-not-allowed', { params: { form: row.form } });
      const masked = !watches(actor, row.regionCode);
      if (masked && !over.has(row.status)) throw new Refusal('bidding.replay-after-close');
      return { ...headOf(row, facts), masked, ...(await played(tx, row, { facts, masked })) };
    });
  }
}

async function played(
  tx: ReadTx,
  row: AuctionRow,
  sight: { facts: Facts; masked: boolean },
): Promise<Played> {
  if (row.form === 'timed-bidding') return replayTimed(tx, row, sight);
  const listing = await findFormListing(tx, row.id);
  if (!listing) throw new Error(`listing ${row.id} vanished`);
  return replayOfForm(tx, listing, sight);
}

const watches = (actor: Actor | null, regionCode: string): boolean =>
  actor !== null &&
  actor.scope !== '' &&
  regionCode.startsWith(actor.scope) &&
  actor.roles.some((role) => watching.has(role));

const headOf = (row: AuctionRow, { summary, winner }: Facts) => ({
  listingId: row.id,
  number: summary.number,
  title: summary.title,
  quota: summary.quota,
  form: summary.form,
  status: row.status,
  seller: summary.seller,
  winner,
});
