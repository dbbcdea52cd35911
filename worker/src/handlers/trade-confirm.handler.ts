import { ConfirmTrade } from '@muheng/api/core';
import { handler } from './handler.js';

/** The result has been public for long enough. */
export const tradeConfirm = handler('trade.confirm', (core) => {
  const useCase = core.get(ConfirmTrade, { strict: false });
  return (context, { subjectId }) => useCase.execute(context, subjectId);
});
