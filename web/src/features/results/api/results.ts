import type { resultPage } from '@muheng/contracts/settlement';
import type { proceedsTotals } from '@muheng/contracts/proceeds';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import type { Wire } from '../../../lib/wire.js';

export type Result = Wire<typeof resultPage>['items'][number];
export type ProceedsTotal = Wire<typeof proceedsTotals>['items'][number];

const pageSize = 20;

/** Published results, newest first. */
export const resultsQuery = infiniteQueryOptions({
  queryKey: ['results'],
  queryFn: ({ pageParam, signal }) =>
    apiGet(get('/results', { query: { limit: pageSize, cursor: pageParam } }), signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

/** What has been paid out of all prices so far, by whom it went to. */
export const proceedsQuery = queryOptions({
  queryKey: ['proceeds-totals'],
  queryFn: ({ signal }) => apiGet(get('/payouts/totals'), signal),
});
