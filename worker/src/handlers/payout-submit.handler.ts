import { SubmitPayout } from '@muheng/api/core';
import { handler } from './handler.js';

/** Proceeds leave through the provider. */
export const payoutSubmit = handler('payout.submit', (core) => {
  const useCase = core.get(SubmitPayout, { strict: false });
  return (context, { subjectId }) => useCase.execute(context, subjectId);
});
