import { SubmitPayment } from '@muheng/api/core';
import { handler } from './handler.js';

/** The provider is asked what became of a payment. */
export const paymentResolve = handler('payment.resolve', (core) => {
  const useCase = core.get(SubmitPayment, { strict: false });
  return (context, { subjectId }) => useCase.resolve(context, subjectId);
});
