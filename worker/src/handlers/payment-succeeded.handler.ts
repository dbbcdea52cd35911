import { CarryOutPlans, ConfirmDeposit } from '@muheng/api/core';
import { handler } from './handler.js';

/** Deposits have come: their bidders may bid, and what a plan wants at a fixed price is bought. */
export const paymentSucceeded = handler('payment.succeeded', (core) => {
  const deposits = core.get(ConfirmDeposit, { strict: false });
  const plans = core.get(CarryOutPlans, { strict: false });
  return async (context, { paymentIds }) => {
    await Promise.all(paymentIds.map((id) => deposits.execute(context, id)));
    await plans.execute(context, { paymentIds });
  };
});
