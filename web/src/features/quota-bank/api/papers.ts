import type {
  allowanceList,
  keyProjectList,
  reclamationFee,
  surveyList,
  yearlyUseList,
} from '@muheng/contracts/quota-bank';
import { queryOptions, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import { usePages } from '../../../lib/use-pages.js';
import type { Wire } from '../../../lib/wire.js';

export type KeyProject = Wire<typeof keyProjectList>['items'][number];
export type Survey = Wire<typeof surveyList>['items'][number];
export type YearlyUse = Wire<typeof yearlyUseList>['items'][number];
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
export const surveysQuery = (county?: string) =>
  queryOptions({
    queryKey: ['surveys', county ?? 'all'],
    queryFn: ({ signal }) => apiGet(get('/surveys', { query: { county } }), signal),
  });
export const yearlyUsesQuery = (quota: YearlyUse['quota'], county?: string) =>
  queryOptions({
    queryKey: ['yearly-use', quota, county ?? 'all'],
    queryFn: ({ signal }) => apiGet(get('/yearly-use', { query: { quota, county } }), signal),
  });
export const useFees = (party?: string): UseInfiniteQueryResult<ReclamationFee[]> =>
  usePages({
    key: ['reclamation-fees', party ?? 'all'],
    feed: get('/reclamation-fees', { query: { party, limit: 20 } }),
  });
