import { RenderPapers } from '@muheng/api/core';
import { handler } from './handler.js';

/** A trade gets the papers that it can have by now. */
export const tradePapers = handler('trade.papers', (core) => {
  const useCase = core.get(RenderPapers, { strict: false });
  return (context, { subjectId }) => useCase.execute(context, subjectId);
});
