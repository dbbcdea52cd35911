import { DecideAlert } from '@muheng/api/core';
import { handler } from './handler.js';

/** The time in which the region decides about a breach is over. */
export const alertLapse = handler('alert.lapse', (core) => {
  const useCase = core.get(DecideAlert, { strict: false });
  return (context, { subjectId }) => useCase.lapse(context, subjectId);
});
