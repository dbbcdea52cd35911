import { z } from 'zod';
import { cny, id, instant } from './common/schema.js';

/** After a buyer's default the next bidder is asked at its own highest bid, where the policy says so (domain §16). */
export const runnerUpOffer = z
  .strictObject({
    id,
    listingId: id,
    listingNumber: z.string().nullable(),
    listingTitle: z.string(),
    priceCny: cny,
    offeredAt: instant,
    expiresAt: instant,
    state: z.enum(['open', 'accepted', 'declined', 'lapsed']),
    /** The trade that accepting made. */
    tradeId: id.nullable(),
  })
  .meta({ id: 'RunnerUpOffer' });
export const runnerUpOffers = z
  .strictObject({ items: z.array(runnerUpOffer) })
  .meta({ id: 'RunnerUpOffers' });
export const answerOfferInput = z.strictObject({ accept: z.boolean() }).meta({ id: 'AnswerOffer' });
