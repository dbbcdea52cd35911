import { CarryOutPlans, OpenListing } from '@muheng/api/core';
import { handler } from './handler.js';

/** The notice period is over; plans that waited for it buy at its fixed price. */
export const listingOpen = handler('listing.open', (core) => {
  const useCase = core.get(OpenListing, { strict: false });
  const plans = core.get(CarryOutPlans, { strict: false });
  return async (context, { subjectId }) => {
    await useCase.execute(context, subjectId);
    await plans.execute(context, { listingId: subjectId });
  };
});
