import { ExpireLot } from '@muheng/api/core';
import { handler } from './handler.js';

/** The validity of a lot has run out. */
export const lotExpire = handler('lot.expire', (core) => {
  const useCase = core.get(ExpireLot, { strict: false });
  return (context, { subjectId }) => useCase.execute(context, subjectId);
});
