import { SubmitRefund } from '@muheng/api/core';
import { handler } from './handler.js';

/** Money goes back through the provider. */
export const refundSubmit = handler('refund.submit', (core) => {
  const useCase = core.get(SubmitRefund, { strict: false });
  return (context, { subjectId }) => useCase.execute(context, subjectId);
});
