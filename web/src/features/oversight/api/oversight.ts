import type { QuotaKind } from '@muheng/contracts/common/component';
import type {
  alert,
  decideAlertInput,
  finding,
  overview,
  reconciliation,
  reconciliationDetail,
} from '@muheng/contracts/oversight';
import { queryOptions, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { usePages } from '../../../lib/use-pages.js';
import type { Wire, WireInput } from '../../../lib/wire.js';

export type Overview = Wire<typeof overview>;
export type Alert = Wire<typeof alert>;
export type Decision = WireInput<typeof decideAlertInput>['decision'];
export type Finding = Wire<typeof finding>;
export type Reconciliation = Wire<typeof reconciliation>;
export type ReconciliationDetail = Wire<typeof reconciliationDetail>;

/** The cockpit's figures: renewed by themselves, for people leave it open all day. */
export const overviewQuery = (quota: QuotaKind, region?: string) =>
  queryOptions({
    queryKey: ['overview', quota, region ?? ''],
    queryFn: ({ signal }) => apiGet<Overview>('/overview', { quota, region }, signal),
    refetchInterval: 15_000,
  });

export const useAlerts = (
  state: 'open' | 'decided' | 'all',
  enabled = true,
): UseInfiniteQueryResult<Alert[]> =>
  usePages<Alert>({ key: ['alerts'], path: '/alerts', query: { state, limit: 50 }, enabled });

export const useFindings = (state: 'open' | 'closed' | 'all'): UseInfiniteQueryResult<Finding[]> =>
  usePages<Finding>({ key: ['findings'], path: '/findings', query: { state, limit: 50 } });

export const isUnderWay = (run: { state: Reconciliation['state'] }): boolean =>
  run.state === 'waiting' || run.state === 'running';

export const useReconciliations = (): UseInfiniteQueryResult<Reconciliation[]> =>
  usePages<Reconciliation>({
    key: ['reconciliations', 'list'],
    path: '/reconciliations',
    query: { limit: 20 },
    refetchMs: 30_000,
  });

export const reconciliationQuery = (id: string) =>
  queryOptions({
    queryKey: ['reconciliations', 'one', id],
    queryFn: ({ signal }) => apiGet<ReconciliationDetail>(`/reconciliations/${id}`, {}, signal),
    refetchInterval: ({ state }) => (!state.data || isUnderWay(state.data) ? 500 : false),
  });
