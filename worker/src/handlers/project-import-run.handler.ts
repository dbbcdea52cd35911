import { RunImport } from '@muheng/api/core';
import { handler } from './handler.js';

/** An uploaded file of origin projects is banked, part by part. */
export const projectImportRun = handler('project-import.run', (core) => {
  const useCase = core.get(RunImport, { strict: false });
  return ({ requestId }, { importId }) => useCase.execute(importId, requestId);
});
