import { z } from 'zod';
import { cny, id, instant } from '../common/schema.js';

/** A second person of the selling party signs that what is put up is surplus (domain §8); nothing to choose. */
export const certifyOfferInput = z.strictObject({}).meta({ id: 'CertifyOffer' });

/** A seller's price in a reverse purchase; the idempotency key is the offer's id. */
export const offerToSellInput = z.strictObject({ priceCny: cny }).meta({ id: 'OfferToSell' });

/** What the market answers to an accepted offer. */
export const offerReceipt = z
  .strictObject({
    id,
    listingId: id,
    seq: z.int().meta({ description: 'place in the log of the purchase, from 1' }),
    bidderNo: z.int(),
    priceCny: cny,
    acceptedAt: instant,
    lowestCny: cny.meta({ description: 'lowest offer so far, this one included' }),
    version: z.int(),
  })
  .meta({ id: 'OfferReceipt' });
