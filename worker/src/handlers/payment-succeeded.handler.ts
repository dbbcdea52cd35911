import { CarryOutPlans, ConfirmDeposit } from '@muheng/api/core';
import { handler } from './handler.js';

/** A deposit has come: its bidder may bid, and what a plan wants at a fixed price is bought. */
export const paymentSucceeded = handler('payment.succeeded', (core) => {
  const deposits = core.get(ConfirmDeposit, { strict: false });
  const plans = core.get(CarryOutPlans, { strict: false });
  return async (context, { paymentId }) => {
    await deposits.execute(context, paymentId);
    await plans.execute(context, { paymentId });
  };
});
