import { ReplaceQuota } from '@muheng/api/core';
import { handler } from './handler.js';

/** A defect was not replaced in time: it comes out of the county's bank. */
export const replacementLapse = handler('replacement.lapse', (core) => {
  const useCase = core.get(ReplaceQuota, { strict: false });
  return (context, { subjectId }) => useCase.lapse(context, subjectId);
});
