import { z } from 'zod';
import { cny, id, instant } from '../common/schema.js';

/** Leaves, changes or (null) withdraws the limit up to which the market bids for a bidder (委托限价). */
export const leaveLimitInput = z.strictObject({ maxPriceCny: cny.nullable() }).meta({ id: 'LeaveLimit' });

/** A bidder's own limit, told to nobody else. */
export const proxyLimit = z
  .strictObject({
    maxPriceCny: cny,
    setAt: instant,
    uses: z
      .int()
      .meta({ description: 'bids that the market has made by limits of this bidder, in this listing' }),
    lastUsedSeq: z.int().nullable().meta({ description: 'place of the newest of them in the log' }),
    lastUsedAt: instant.nullable(),
  })
  .meta({ id: 'ProxyLimit' });

/** What the market answers: the limit as it now stands, and whether it has put its bidder in front at once. */
export const limitReceipt = z
  .strictObject({
    listingId: id,
    limit: proxyLimit.nullable(),
    leading: z.boolean(),
    minimumCny: cny.nullable().meta({ description: 'lowest bid that counts now; null at the ceiling' }),
    version: z.int(),
  })
  .meta({ id: 'LimitReceipt' });
