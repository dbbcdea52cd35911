import { NoteRefund } from '@muheng/api/core';
import { handler } from './handler.js';

/** Deposits have gone back: their registrations say so. */
export const paymentRefunded = handler('payment.refunded', (core) => {
  const useCase = core.get(NoteRefund, { strict: false });
  return (context, { paymentIds }) => useCase.execute(context, paymentIds);
});
