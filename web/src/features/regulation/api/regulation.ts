import type { complaint } from '@muheng/contracts/complaints';
import type { delegations, sampleReview } from '@muheng/contracts/lanes';
import type { measure, measureInput } from '@muheng/contracts/measures';
import type { policyTrial, policyVersion } from '@muheng/contracts/policy-studio';
import type { caseFile } from '@muheng/contracts/surveillance';
import type { calendarYear } from '@muheng/contracts/working-days';
import { queryOptions, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
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
  usePages({ key: ['measures'], feed: get('/measures', { query: { state, limit: 30 } }), enabled });

export const useComplaints = (state: State, enabled = true): UseInfiniteQueryResult<Complaint[]> =>
  usePages({ key: ['complaints'], feed: get('/complaints', { query: { state, limit: 30 } }), enabled });

export const useSamples = (state: State): UseInfiniteQueryResult<Sample[]> =>
  usePages({ key: ['samples'], feed: get('/sample-reviews', { query: { state, limit: 30 } }) });

export const delegationsQuery = queryOptions({
  queryKey: ['delegations'],
  queryFn: ({ signal }) => apiGet(get('/delegations'), signal),
});

export const versionsQuery = queryOptions({
  queryKey: ['policy', 'versions'],
  queryFn: async ({ signal }) => (await apiGet(get('/policy/versions'), signal)).items,
});

export const trialQuery = (id: string) =>
  queryOptions({
    queryKey: ['policy', 'trial', id],
    queryFn: ({ signal }) => apiGet(get('/policy/versions/{id}/trial', { params: { id } }), signal),
  });

export const caseQuery = (alertId: string) =>
  queryOptions({
    queryKey: ['alerts', 'case', alertId],
    queryFn: ({ signal }) => apiGet(get('/alerts/{id}/case', { params: { id: alertId } }), signal),
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

export type CalendarYear = Wire<typeof calendarYear>;

/** The days of one year that differ from the plain week. */
export const calendarQuery = (year: number) =>
  queryOptions({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) => apiGet(get('/calendar', { query: { year } }), signal),
  });
