import { AdvanceTrade, PaymentSubject } from '@muheng/api/core';
import { handler } from './handler.js';

/** Money will not come by this payment. A bidder may try another one; a trade looks at where it stands. */
export const paymentFailed = handler('payment.failed', (core) => {
  const subjects = core.get(PaymentSubject, { strict: false });
  const trades = core.get(AdvanceTrade, { strict: false });
  return async (context, { paymentId }) => {
    const subject = await subjects.find(paymentId);
    if (subject?.type === 'trade') await trades.execute(context, subject.id);
  };
});
