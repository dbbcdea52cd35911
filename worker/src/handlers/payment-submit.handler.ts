import { AdvanceTrade, SubmitPayment } from '@muheng/api/core';
import { handler } from './handler.js';

/** A confirmed payment goes to the provider, and a trade that is paid by it goes on. */
export const paymentSubmit = handler('payment.submit', (core) => {
  const payments = core.get(SubmitPayment, { strict: false });
  const trades = core.get(AdvanceTrade, { strict: false });
  return async (context, { subjectId }) => {
    const trade = await payments.execute(context, subjectId);
    if (trade !== null) await trades.execute(context, trade);
  };
});
