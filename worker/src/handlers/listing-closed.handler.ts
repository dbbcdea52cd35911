import { AwardTrade } from '@muheng/api/core';
import { handler } from './handler.js';

/** A listing has ended: trade for the winner, deposits back to the others. */
export const listingClosed = handler('listing.closed', (core) => {
  const useCase = core.get(AwardTrade, { strict: false });
  return (context, { listingId }) => useCase.execute(context, listingId);
});
