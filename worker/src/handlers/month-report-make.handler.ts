import { MakeMonthReport } from '@muheng/api/core';
import { handler } from './handler.js';

/** An area gets its report of a month. */
export const monthReportMake = handler('month-report.make', (core) => {
  const useCase = core.get(MakeMonthReport, { strict: false });
  return (context, { subjectId }) => useCase.execute(context, subjectId);
});
