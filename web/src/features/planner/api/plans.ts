import type {
  clearing,
  demand,
  planAct,
  planAim,
  planExclusion,
  planInput,
  planRun,
  planItem,
  planSet,
  plan,
  quotaRequest,
} from '@muheng/contracts/planner';
import type { need } from '@muheng/contracts/quota-bank';
import { queryOptions, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
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
    queryFn: ({ signal }) => apiGet(get('/needs', { query: { party, status: 'open', limit: 50 } }), signal),
  });

export const planActsQuery = queryOptions({
  queryKey: ['plan-acts'],
  queryFn: ({ signal }) => apiGet(get('/my/plan-acts'), signal),
});

export const planSetQuery = (id: string) =>
  queryOptions({
    queryKey: ['plans', id],
    queryFn: ({ signal }) => apiGet(get('/plans/{id}', { params: { id } }), signal),
  });

export type Demand = Wire<typeof demand>;
export type Clearing = Wire<typeof clearing>;

export interface DemandFilter {
  quota: 'SFQ' | 'LSQ';
  year: string;
  category: string;
  city: string;
}

const queryOf = ({ quota, year, category, city }: DemandFilter): Record<string, string> => ({
  quota,
  ...(year !== '' && { year }),
  ...(category !== '' && { category }),
  ...(city !== '' && { city }),
});

export const useDemands = (filter: DemandFilter): UseInfiniteQueryResult<Demand[]> =>
  usePages({ key: ['demands'], feed: get('/demands', { query: { limit: 50, ...queryOf(filter) } }) });

export const depthQuery = (filter: DemandFilter) =>
  queryOptions({
    queryKey: ['demands', 'depth', filter],
    queryFn: ({ signal }) => apiGet(get('/demands/depth', { query: queryOf(filter) }), signal),
  });

export type QuotaRequest = Wire<typeof quotaRequest>;

/** Asked of the reader's party, and by it. */
export const requestsQuery = queryOptions({
  queryKey: ['quota-requests'],
  queryFn: ({ signal }) => apiGet(get('/my/quota-requests'), signal),
});

export const noticesQuery = queryOptions({
  queryKey: ['quota-notices'],
  queryFn: ({ signal }) => apiGet(get('/my/quota-notices'), signal),
});

export const clearingQuery = queryOptions({
  queryKey: ['clearing'],
  queryFn: ({ signal }) => apiGet(get('/clearing'), signal),
});
