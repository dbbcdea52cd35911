import type { allowanceList, keyProjectList, reclamationFee } from '@muheng/contracts/quota-bank';
import { queryOptions, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import { usePages } from '../../../lib/use-pages.js';
import type { Wire } from '../../../lib/wire.js';

export type KeyProject = Wire<typeof keyProjectList>['items'][number];
export type Allowance = Wire<typeof allowanceList>['items'][number];
export type ReclamationFee = Wire<typeof reclamationFee>;

export const keyProjectsQuery = queryOptions({
  queryKey: ['key-projects'],
  queryFn: ({ signal }) => apiGet(get('/key-projects'), signal),
});
export const allowancesQuery = (county?: string) =>
  queryOptions({
    queryKey: ['allowances', county ?? 'all'],
    queryFn: ({ signal }) => apiGet(get('/allowances', { query: { county } }), signal),
  });
export const useFees = (party?: string): UseInfiniteQueryResult<ReclamationFee[]> =>
  usePages({
    key: ['reclamation-fees', party ?? 'all'],
    feed: get('/reclamation-fees', { query: { party, limit: 20 } }),
  });
