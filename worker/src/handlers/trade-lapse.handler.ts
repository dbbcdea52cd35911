import { LapseTrade } from '@muheng/api/core';
import { handler } from './handler.js';

/** A deadline of a trade has passed. */
export const tradeLapse = handler('trade.lapse', (core) => {
  const useCase = core.get(LapseTrade, { strict: false });
  return (context, { subjectId }) => useCase.execute(context, subjectId);
});
