import { ReconcileMarket } from '@muheng/api/core';
import { handler } from './handler.js';

/** Account against account. */
export const reconciliationRun = handler('reconciliation.run', (core) => {
  const useCase = core.get(ReconcileMarket, { strict: false });
  return (context, { reconciliationId }) => useCase.execute(context, reconciliationId);
});
