import { AwardTrade, ReleaseOffers } from '@muheng/api/core';
import { handler } from './handler.js';

/** An ended listing whose wake-up was lost. */
export const listingSettle = handler('listing.settle', (core) => {
  const trades = core.get(AwardTrade, { strict: false });
  const offers = core.get(ReleaseOffers, { strict: false });
  return async (context, { subjectId }) => {
    await trades.execute(context, subjectId);
    await offers.execute(context, subjectId);
  };
});
