import { OpenListing } from '@muheng/api/core';
import { handler } from './handler.js';

/** The notice period is over. */
export const listingOpen = handler('listing.open', (core) => {
  const useCase = core.get(OpenListing, { strict: false });
  return (context, { subjectId }) => useCase.execute(context, subjectId);
});
