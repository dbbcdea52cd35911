import { AwardTrade, FollowPlans, ReleaseOffers } from '@muheng/api/core';
import { handler } from './handler.js';

/** A listing has ended: trade for the winner, deposits and offered quota back to the others, a new plan for who counted on it. */
export const listingClosed = handler('listing.closed', (core) => {
  const trades = core.get(AwardTrade, { strict: false });
  const offers = core.get(ReleaseOffers, { strict: false });
  const plans = core.get(FollowPlans, { strict: false });
  return async (context, { listingId }) => {
    await trades.execute(context, listingId);
    await offers.execute(context, listingId);
    await plans.execute(context, listingId);
  };
});
