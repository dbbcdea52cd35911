import { FollowPlans } from '@muheng/api/core';
import { handler } from './handler.js';

/** An owner declined what a plan had asked for: it is planned anew. */
export const planDeclined = handler('plan.declined', (core) => {
  const plans = core.get(FollowPlans, { strict: false });
  return (context, { subjectId }) => plans.declined(context, subjectId);
});
