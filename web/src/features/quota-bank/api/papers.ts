import type { allowanceList, keyProjectList, reclamationFee } from '@muheng/contracts/quota-bank';
import { queryOptions, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { usePages } from '../../../lib/use-pages.js';
import type { Wire } from '../../../lib/wire.js';

export type KeyProject = Wire<typeof keyProjectList>['items'][number];
export type Allowance = Wire<typeof allowanceList>['items'][number];
export type ReclamationFee = Wire<typeof reclamationFee>;

export const keyProjectsQuery = queryOptions({
  queryKey: ['key-projects'],
  queryFn: ({ signal }) => apiGet<{ items: KeyProject[] }>('/key-projects', {}, signal),
});
export const allowancesQuery = (county?: string) =>
  queryOptions({
    queryKey: ['allowances', county ?? 'all'],
    queryFn: ({ signal }) => apiGet<{ items: Allowance[] }>('/allowances', { county }, signal),
  });
export const useFees = (party?: string): UseInfiniteQueryResult<ReclamationFee[]> =>
  usePages<ReclamationFee>({
    key: ['reclamation-fees', party ?? 'all'],
    path: '/reclamation-fees',
    query: { party, limit: 20 },
  });
