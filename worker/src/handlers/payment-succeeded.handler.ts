import { ConfirmDeposit } from '@muheng/api/core';
import { handler } from './handler.js';

/** A deposit has come: its bidder may bid. */
export const paymentSucceeded = handler('payment.succeeded', (core) => {
  const deposits = core.get(ConfirmDeposit, { strict: false });
  return (context, { paymentId }) => deposits.execute(context, paymentId);
});
