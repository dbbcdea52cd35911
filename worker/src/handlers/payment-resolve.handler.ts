import { AdvanceTrade, SubmitPayment } from '@muheng/api/core';
import { handler } from './handler.js';

/** The provider is asked what became of a payment; a trade that is paid goes on. */
export const paymentResolve = handler('payment.resolve', (core) => {
  const payments = core.get(SubmitPayment, { strict: false });
  const trades = core.get(AdvanceTrade, { strict: false });
  return async (context, { subjectId }) => {
    const trade = await payments.resolve(context, subjectId);
    if (trade !== null) await trades.execute(context, trade);
  };
});
