import type { complaint } from '@muheng/contracts/complaints';
import type { delegations, sampleReview } from '@muheng/contracts/lanes';
import type { measure, measureInput } from '@muheng/contracts/measures';
import type { policyTrial, policyVersion, policyVersions } from '@muheng/contracts/policy-studio';
import type { caseFile } from '@muheng/contracts/surveillance';
import { queryOptions, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { usePages } from '../../../lib/use-pages.js';
import type { Wire, WireInput } from '../../../lib/wire.js';

export type Measure = Wire<typeof measure>;
export type MeasureAct = WireInput<typeof measureInput>;
export type Complaint = Wire<typeof complaint>;
export type CaseFile = Wire<typeof caseFile>;
export type Sample = Wire<typeof sampleReview>;
export type Delegations = Wire<typeof delegations>;
export type Version = Wire<typeof policyVersion>;
export type Trial = Wire<typeof policyTrial>;
export type State = 'open' | 'decided' | 'all';

export const useMeasures = (state: State, enabled = true): UseInfiniteQueryResult<Measure[]> =>
  usePages<Measure>({ key: ['measures'], path: '/measures', query: { state, limit: 30 }, enabled });

export const useComplaints = (state: State, enabled = true): UseInfiniteQueryResult<Complaint[]> =>
  usePages<Complaint>({ key: ['complaints'], path: '/complaints', query: { state, limit: 30 }, enabled });

export const useSamples = (state: State): UseInfiniteQueryResult<Sample[]> =>
  usePages<Sample>({ key: ['samples'], path: '/sample-reviews', query: { state, limit: 30 } });

export const delegationsQuery = queryOptions({
  queryKey: ['delegations'],
  queryFn: ({ signal }) => apiGet<Delegations>('/delegations', {}, signal),
});

export const versionsQuery = queryOptions({
  queryKey: ['policy', 'versions'],
  queryFn: async ({ signal }) =>
    (await apiGet<Wire<typeof policyVersions>>('/policy/versions', {}, signal)).items,
});

export const trialQuery = (id: string) =>
  queryOptions({
    queryKey: ['policy', 'trial', id],
    queryFn: ({ signal }) => apiGet<Trial>(`/policy/versions/${id}/trial`, {}, signal),
  });

export const caseQuery = (alertId: string) =>
  queryOptions({
    queryKey: ['alerts', 'case', alertId],
    queryFn: ({ signal }) => apiGet<CaseFile>(`/alerts/${alertId}/case`, {}, signal),
  });

/** What a measure changes: read again after one was carried out. */
export const changedByMeasures = [
  ['measures'],
  ['freezes'],
  ['listings'],
  ['trades'],
  ['alerts'],
  ['parties'],
];
