import { AwardTrade } from '@muheng/api/core';
import { handler } from './handler.js';

/** An ended listing whose wake-up was lost. */
export const listingSettle = handler('listing.settle', (core) => {
  const useCase = core.get(AwardTrade, { strict: false });
  return (context, { subjectId }) => useCase.execute(context, subjectId);
});
