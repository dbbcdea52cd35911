import { NoteRefund } from '@muheng/api/core';
import { handler } from './handler.js';

/** A deposit has gone back: its registration says so. */
export const paymentRefunded = handler('payment.refunded', (core) => {
  const useCase = core.get(NoteRefund, { strict: false });
  return (context, { paymentId }) => useCase.execute(context, paymentId);
});
