import type { complaint, reportAnswer, reportReceipt } from '@muheng/contracts/complaints';
import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import type { Wire } from '../../../lib/wire.js';

export type Receipt = Wire<typeof reportReceipt>;
export type ReportAnswer = Wire<typeof reportAnswer>;
export type Objection = Wire<typeof complaint>;

/** What became of a report: whoever has the receipt may read it. */
export const answerQuery = (receipt: string) =>
  queryOptions({
    queryKey: ['report', receipt],
    queryFn: ({ signal }) => apiGet(get('/reports/{receipt}', { params: { receipt } }), signal),
  });
