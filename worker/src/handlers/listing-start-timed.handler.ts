import { StartTimedBidding } from '@muheng/api/core';
import { handler } from './handler.js';

/** The listing phase is over and the timed phase begins. */
export const listingStartTimed = handler('listing.start-timed', (core) => {
  const useCase = core.get(StartTimedBidding, { strict: false });
  return (context, { subjectId }) => useCase.execute(context, subjectId);
});
