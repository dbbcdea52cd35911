import { RecomputeCounty } from '@muheng/api/core';
import { handler } from './handler.js';

/** Something changed what a county may list. */
export const countyFirstRecompute = handler('county-first.recompute', (core) => {
  const useCase = core.get(RecomputeCounty, { strict: false });
  return (context, { subjectId }) => useCase.execute(context, subjectId);
});
