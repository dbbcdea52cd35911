import type { QuotaKind } from '@muheng/contracts/common/component';
import type { alert, decideAlertInput, finding, overview, reconciliation } from '@muheng/contracts/oversight';
import type { surveillanceSettings } from '@muheng/contracts/surveillance';
import { queryOptions, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import { usePages } from '../../../lib/use-pages.js';
import type { Wire, WireInput } from '../../../lib/wire.js';

export type Overview = Wire<typeof overview>;
export type Alert = Wire<typeof alert>;
export type Decision = WireInput<typeof decideAlertInput>['decision'];
export type Finding = Wire<typeof finding>;
export type Reconciliation = Wire<typeof reconciliation>;

/** The cockpit's figures: renewed by themselves, for people leave it open all day. */
export const overviewQuery = (quota: QuotaKind, region?: string) =>
  queryOptions({
    queryKey: ['overview', quota, region ?? ''],
    queryFn: ({ signal }) => apiGet(get('/overview', { query: { quota, region } }), signal),
    refetchInterval: 15_000,
  });

/** What the detectors go by. */
export type Thresholds = Wire<typeof surveillanceSettings>;
export const thresholdsQuery = queryOptions({
  queryKey: ['surveillance-settings'],
  queryFn: ({ signal }) => apiGet(get('/surveillance/settings'), signal),
});

export const useAlerts = (
  state: 'open' | 'decided' | 'all',
  enabled = true,
): UseInfiniteQueryResult<Alert[]> =>
  usePages({ key: ['alerts'], feed: get('/alerts', { query: { state, limit: 50 } }), enabled });

export const useFindings = (state: 'open' | 'closed' | 'all'): UseInfiniteQueryResult<Finding[]> =>
  usePages({ key: ['findings'], feed: get('/findings', { query: { state, limit: 50 } }) });

export const isUnderWay = (run: { state: Reconciliation['state'] }): boolean =>
  run.state === 'waiting' || run.state === 'running';

export const useReconciliations = (): UseInfiniteQueryResult<Reconciliation[]> =>
  usePages({
    key: ['reconciliations', 'list'],
    feed: get('/reconciliations', { query: { limit: 20 } }),
    refetchMs: 30_000,
  });

export const reconciliationQuery = (id: string) =>
  queryOptions({
    queryKey: ['reconciliations', 'one', id],
    queryFn: ({ signal }) => apiGet(get('/reconciliations/{id}', { params: { id } }), signal),
    refetchInterval: ({ state }) => (!state.data || isUnderWay(state.data) ? 500 : false),
  });
