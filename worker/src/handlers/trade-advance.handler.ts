import { AdvanceTrade } from '@muheng/api/core';
import { handler } from './handler.js';

/** A trade can go on. */
export const tradeAdvance = handler('trade.advance', (core) => {
  const useCase = core.get(AdvanceTrade, { strict: false });
  return (context, { subjectId }) => useCase.execute(context, subjectId);
});
