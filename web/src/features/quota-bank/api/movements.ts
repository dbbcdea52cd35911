import type { QuotaKind } from '@muheng/contracts/common/component';
import type {
  families,
  projectPage,
  projectRecord,
  quotaAct,
  quotaFreeze,
  quotaLoan,
  quotaUse,
  replacementDuty,
} from '@muheng/contracts/quota-bank';
import { queryOptions, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { apiGet, apiUrl } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import { usePages } from '../../../lib/use-pages.js';
import type { Wire } from '../../../lib/wire.js';

export type Use = Wire<typeof quotaUse>;
export type Freeze = Wire<typeof quotaFreeze>;
export type Act = Wire<typeof quotaAct>;
export type Loan = Wire<typeof quotaLoan>;
export type Duty = Wire<typeof replacementDuty>;
export type ProjectRecord = Wire<typeof projectRecord>;
export type Project = Wire<typeof projectPage>['items'][number];
export type Family = Wire<typeof families>['items'][number];

export const useUses = (party: string | undefined, quota: QuotaKind): UseInfiniteQueryResult<Use[]> =>
  usePages({ key: ['uses', party ?? 'all'], feed: get('/uses', { query: { party, quota, limit: 50 } }) });
export const useFreezes = (): UseInfiniteQueryResult<Freeze[]> =>
  usePages({ key: ['freezes'], feed: get('/freezes', { query: { state: 'active', limit: 50 } }) });
export const useActs = (): UseInfiniteQueryResult<Act[]> =>
  usePages({ key: ['quota-acts'], feed: get('/quota-acts', { query: { limit: 20 } }) });
export const useLoans = (party?: string): UseInfiniteQueryResult<Loan[]> =>
  usePages({ key: ['quota-loans'], feed: get('/quota-loans', { query: { party, limit: 20 } }) });
export const useDuties = (party?: string): UseInfiniteQueryResult<Duty[]> =>
  usePages({ key: ['replacements'], feed: get('/replacements', { query: { party, limit: 20 } }) });
export const useProjects = (): UseInfiniteQueryResult<Project[]> =>
  usePages({ key: ['projects', 'list'], feed: get('/projects', { query: { limit: 50 } }) });

export const recordQuery = (number: string) =>
  queryOptions({
    queryKey: ['projects', 'record', number],
    queryFn: ({ signal }) => apiGet(get('/projects/{number}/record', { params: { number } }), signal),
  });
export const familyQuery = (by: { project?: string; lot?: string; use?: string }) =>
  queryOptions({
    queryKey: ['family', by],
    queryFn: ({ signal }) => apiGet(get('/family', { query: by }), signal),
  });

/** Whatever moves quota of a party changes what all of these say. */
export const movedKeys = [
  ['uses'],
  ['freezes'],
  ['quota-acts'],
  ['quota-loans'],
  ['replacements'],
  ['accounts'],
  ['lots'],
  ['needs'],
  ['county-first'],
  ['family'],
];

export const exportUrl = (sheet: 'projects' | 'lots' | 'uses', format: 'csv' | 'xlsx'): string =>
  apiUrl(get('/exports/{sheet}', { params: { sheet }, query: { format } }));
