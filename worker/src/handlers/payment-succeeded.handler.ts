import { AdvanceTrade, ConfirmDeposit, PaymentSubject } from '@muheng/api/core';
import { handler } from './handler.js';

/** Money has come: a deposit is bidding's business, a price settlement's. */
export const paymentSucceeded = handler('payment.succeeded', (core) => {
  const subjects = core.get(PaymentSubject, { strict: false });
  const deposits = core.get(ConfirmDeposit, { strict: false });
  const trades = core.get(AdvanceTrade, { strict: false });
  return async (context, { paymentId }) => {
    const subject = await subjects.find(paymentId);
    if (subject?.type === 'registration') await deposits.execute(context, paymentId);
    if (subject?.type === 'trade') await trades.execute(context, subject.id);
  };
});
