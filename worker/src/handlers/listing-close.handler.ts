import { CloseAuction } from '@muheng/api/core';
import { handler } from './handler.js';

/** The running window has passed in silence. */
export const listingClose = handler('listing.close', (core) => {
  const useCase = core.get(CloseAuction, { strict: false });
  return (context, { subjectId }) => useCase.execute(context, subjectId);
});
