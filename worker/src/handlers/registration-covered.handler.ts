import { CarryOutPlans } from '@muheng/api/core';
import { handler } from './handler.js';

/** A bidder's wallet stands for its deposit: what a plan wants at a fixed price is bought. */
export const registrationCovered = handler('registration.covered', (core) => {
  const plans = core.get(CarryOutPlans, { strict: false });
  return (context, { registrationId }) => plans.execute(context, { registrationId });
});
