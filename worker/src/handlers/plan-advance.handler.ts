import { CarryOutPlans } from '@muheng/api/core';
import { handler } from './handler.js';

/** A plan was chosen: what it means to buy at a fixed price is bought. */
export const planAdvance = handler('plan.advance', (core) => {
  const plans = core.get(CarryOutPlans, { strict: false });
  return (context, { subjectId }) => plans.execute(context, { actId: subjectId });
});
