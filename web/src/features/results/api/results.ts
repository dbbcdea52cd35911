import type { resultPage } from '@muheng/contracts/settlement';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import type { Wire } from '../../../lib/wire.js';

export type Result = Wire<typeof resultPage>['items'][number];

const pageSize = 20;

/** Published results, newest first. */
export const resultsQuery = infiniteQueryOptions({
  queryKey: ['results'],
  queryFn: ({ pageParam, signal }) =>
    apiGet(get('/results', { query: { limit: pageSize, cursor: pageParam } }), signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});
