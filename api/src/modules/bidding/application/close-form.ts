import { endOfWorkingDays } from '@muheng/contracts/common/calendar';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { loadCalendar } from '../../listings/application/calendar.js';
import { closeListing } from '../../listings/application/close-listing.js';
import { drawByCommitment } from '../../listings/application/draw.js';
import { requireMove } from '../../listings/application/move-listing.js';
import { noticeToRegion } from '../../listings/application/notice-to-region.js';
import { bidderNumber } from '../domain/bidder-number.js';
import { type FormListing, registerNamedBuyer } from '../persistence/form-listing.repository.js';
import { findSealedAuction, findSealedBids, fixTieOrder } from '../persistence/sealed.repository.js';
import { isCityOnly } from './form-window.js';
import { closePurchase } from './purchase/close-purchase.js';
import { decideSealed } from './sealed/decide-sealed.js';

export type FormAnswer = 'open' | 'sold' | 'failed' | 'sealed' | 'to-region';

/**
 * What the end of a listing means in a form without timed rounds. Too early it does nothing; late it acts as of the
 * instant that the rule says. The caller holds the county's row and the listing's.
 */
export async function closeForm(tx: Tx, row: FormListing, at: Date): Promise<FormAnswer> {
  if (row.endsAt === null || at < row.endsAt) return 'open';
  if (row.namedBuyerId !== null) return sellToNamed(tx, row, row.namedBuyerId, row.endsAt);
  if (row.form === 'reverse-purchase') return closePurchase(tx, row, row.endsAt);
  if (row.form === 'fixed-price' || row.bidCount === 0) return endUnsold(tx, row, row.endsAt);
  return closeSeals(tx, row, row.endsAt, at);
}

/** Nobody of the city bid: the region is next. Nobody of the region did: the quota goes back. */
export async function endUnsold(
  tx: Tx,
  row: { id: string; cityWindowEndsAt: Date | null; endsAt: Date | null },
  at: Date,
): Promise<'failed' | 'to-region'> {
  if (isCityOnly(row)) {
    await noticeToRegion(tx, row.id, at);
    return 'to-region';
  }
  await closeListing(tx, row.id, null, at);
  return 'failed';
}

/** A named buyer has nobody to bid against; its deal is published and settles like any other (domain §11 F3, F4). */
async function sellToNamed(tx: Tx, row: FormListing, buyerId: string, at: Date): Promise<'sold'> {
  const bidderNo = bidderNumber(row.id, 0);
  await registerNamedBuyer(tx, { id: uuidv7(), listingId: row.id, buyerId, bidderNo });
  await closeListing(tx, row.id, { buyerId, bidderNo, price: row.startPrice }, at);
  return 'sold';
}

/**
 * First the order of ties, drawn over everyone in the log before a seal is broken; much later, if the shares never
 * came, what bidders revealed decides.
 */
async function closeSeals(tx: Tx, row: FormListing, endsAt: Date, at: Date): Promise<FormAnswer> {
  const auction = await findSealedAuction(tx, row.id);
  if (!auction) throw new Error(`listing ${row.id} has no key`);
  if (auction.tieRecord === null) {
    requireMove(row, 'close-seals');
    const bids = await findSealedBids(tx, row.id);
    const log = bids.map(({ seq, bidder, commitment, receivedAt }) => ({
      seq,
      bidder,
      value: commitment,
      at: receivedAt,
    }));
    const record = await drawByCommitment(tx, row.id, 'everyone', log);
    const days = row.policy.resultPublicityDays;
    await fixTieOrder(tx, row.id, record, endOfWorkingDays(endsAt, days, await loadCalendar(tx)));
    return 'sealed';
  }
  if (auction.revealEndsAt === null || at < auction.revealEndsAt) return 'open';
  return (await decideSealed(tx, row, 'revelation')) === 'sold' ? 'sold' : 'failed';
}
