import { SubmitRefund } from '@muheng/api/core';
import { handler } from './handler.js';

/** The provider is asked what became of a refund. */
export const refundResolve = handler('refund.resolve', (core) => {
  const useCase = core.get(SubmitRefund, { strict: false });
  return (context, { subjectId }) => useCase.resolve(context, subjectId);
});
