import { AnswerReduction } from '@muheng/api/core';
import { handler } from './handler.js';

/** Nobody accepted the reduction in time. */
export const listingEndOffer = handler('listing.end-offer', (core) => {
  const useCase = core.get(AnswerReduction, { strict: false });
  return (context, { subjectId }) => useCase.lapse(context, subjectId);
});
