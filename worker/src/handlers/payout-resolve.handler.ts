import { SubmitPayout } from '@muheng/api/core';
import { handler } from './handler.js';

/** The provider is asked what became of a payout. */
export const payoutResolve = handler('payout.resolve', (core) => {
  const useCase = core.get(SubmitPayout, { strict: false });
  return (context, { subjectId }) => useCase.resolve(context, subjectId);
});
