import type {
  clearing,
  demand,
  demandDepth,
  planAct,
  planActs,
  planAim,
  planExclusion,
  planInput,
  planRun,
  planItem,
  planSet,
  plan,
  quotaNotices,
} from '@muheng/contracts/planner';
import type { need, needPage } from '@muheng/contracts/quota-bank';
import { queryOptions, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { usePages } from '../../../lib/use-pages.js';
import type { Wire, WireInput } from '../../../lib/wire.js';

export type Need = Wire<typeof need>;
export type PlanSet = Wire<typeof planSet>;
export type Plan = Wire<typeof plan>;
export type PlanItem = Wire<typeof planItem>;
export type Exclusion = Wire<typeof planExclusion>;
export type PlanAct = Wire<typeof planAct>;
export type PlanRun = Wire<typeof planRun>;
export type Aim = Wire<typeof planAim>;
export type PlanInput = WireInput<typeof planInput>;

/** Open needs of a party: what can be planned for. */
export const openNeedsQuery = (party: string) =>
  queryOptions({
    queryKey: ['needs', party, 'open'],
    queryFn: ({ signal }) =>
      apiGet<Wire<typeof needPage>>('/needs', { party, status: 'open', limit: 50 }, signal),
  });

export const planActsQuery = queryOptions({
  queryKey: ['plan-acts'],
  queryFn: ({ signal }) => apiGet<Wire<typeof planActs>>('/my/plan-acts', {}, signal),
});

export const planSetQuery = (id: string) =>
  queryOptions({
    queryKey: ['plans', id],
    queryFn: ({ signal }) => apiGet<PlanSet>(`/plans/${id}`, {}, signal),
  });

export type Demand = Wire<typeof demand>;
export type Clearing = Wire<typeof clearing>;

export const useDemands = (): UseInfiniteQueryResult<Demand[]> =>
  usePages<Demand>({ key: ['demands'], path: '/demands', query: { limit: 50 } });

export const depthQuery = queryOptions({
  queryKey: ['demands', 'depth'],
  queryFn: ({ signal }) => apiGet<Wire<typeof demandDepth>>('/demands/depth', {}, signal),
});

export const noticesQuery = queryOptions({
  queryKey: ['quota-notices'],
  queryFn: ({ signal }) => apiGet<Wire<typeof quotaNotices>>('/my/quota-notices', {}, signal),
});

export const clearingQuery = queryOptions({
  queryKey: ['clearing'],
  queryFn: ({ signal }) => apiGet<Clearing>('/clearing', {}, signal),
});
