import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import { awardPurchase } from '../../../listings/application/award-purchase.js';
import { closeListing } from '../../../listings/application/close-listing.js';
import { drawInPublic } from '../../../listings/application/draw.js';
import { moveListing } from '../../../listings/application/move-listing.js';
import { drawEntryOf } from '../../domain/auction-log.js';
import { decidePurchase, type PurchaseOffer } from '../../domain/forms/reverse-purchase.js';
import { findBidder } from '../../persistence/auction.repository.js';
import { findBidderByCode, findLog } from '../../persistence/bid-log.repository.js';
import type { FormListing } from '../../persistence/form-listing.repository.js';
import { findOfferItems } from '../../persistence/offer.repository.js';
import { windowOf } from '../form-window.js';
import { purchaseTermsOf } from './offer-to-sell.use-case.js';

const forms: ReadonlySet<string> = new Set(['reverse-purchase']);

/**
 * The end of a purchase: the lowest offer wins, and who offered the lowest price of all is drawn (domain §11 F2). What
 * the others put up is given back by a job of its own, because their counties' rows come before the listing's in the
 * lock order. The caller holds the listing's lock.
 */
export async function closePurchase(tx: Tx, row: FormListing, endsAt: Date): Promise<'sold' | 'failed'> {
  const { window } = windowOf(row, row.id, forms);
  const log = (await findLog(tx, row.id)).flatMap((line): PurchaseOffer[] =>
    line.price === null ? [] : [{ ...line, price: line.price }],
  );
  const result = decidePurchase(purchaseTermsOf(row, window), log);
  if (result.outcome === 'failed') {
    await closeListing(tx, row.id, null, endsAt);
    return 'failed';
  }
  let winner = result.outcome === 'bought' ? result.bidder : '';
  if (result.outcome === 'draw') {
    await moveListing(tx, row, 'draw');
    winner = (await drawInPublic(tx, row.id, 'lowest', log.map(drawEntryOf))).order[0] ?? '';
  }
  const found = await findBidderByCode(tx, row.id, winner);
  const bidder = found && (await findBidder(tx, row.id, found.buyerId));
  if (!bidder) throw new Error(`purchase ${row.id} was won by nobody`);
  const { buyerId: sellerId, bidderNo, registrationId } = bidder;
  const items = await findOfferItems(tx, registrationId);
  const award = { sellerId, buyerId: row.organiserId, registrationId, price: result.price, items };
  await awardPurchase(tx, row.id, award, { bidderNo, at: endsAt });
  return 'sold';
}
