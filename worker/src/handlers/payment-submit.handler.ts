import { SubmitPayment } from '@muheng/api/core';
import { handler } from './handler.js';

/** A confirmed payment goes to the provider. */
export const paymentSubmit = handler('payment.submit', (core) => {
  const useCase = core.get(SubmitPayment, { strict: false });
  return (context, { subjectId }) => useCase.execute(context, subjectId);
});
