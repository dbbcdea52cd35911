import type { registration } from '@muheng/contracts/bidding';
import type { payment, payout } from '@muheng/contracts/payments';
import type { paperBatch } from '@muheng/contracts/proceeds';
import type { trade, tradeSummary } from '@muheng/contracts/settlement';
import { queryOptions, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import { usePages } from '../../../lib/use-pages.js';
import type { Wire } from '../../../lib/wire.js';

export type Trade = Wire<typeof trade>;
export type TradeSummary = Wire<typeof tradeSummary>;
export type TradeStatus = Trade['status'];
export type PaperBatch = Wire<typeof paperBatch>;
export type Registration = Wire<typeof registration>;
export type Payment = Wire<typeof payment>;
export type Payout = Wire<typeof payout>;

export const useTrades = (): UseInfiniteQueryResult<TradeSummary[]> =>
  usePages({ key: ['trades', 'list'], feed: get('/trades', { query: { limit: 50 } }), refetchMs: 15_000 });

/** A trade; looked at again while the market works on it. */
export const tradeQuery = (id: string) =>
  queryOptions({
    queryKey: ['trades', 'one', id],
    queryFn: ({ signal }) => apiGet(get('/trades/{id}', { params: { id } }), signal),
    refetchInterval: ({ state }) => (state.data?.status === 'completed' ? false : 4_000),
  });

/** Papers of many trades; looked at again until all are made. */
export const paperBatchQuery = (id: string) =>
  queryOptions({
    queryKey: ['paper-batch', id],
    queryFn: ({ signal }) => apiGet(get('/paper-batches/{id}', { params: { id } }), signal),
    refetchInterval: ({ state }) => (state.data && state.data.done >= state.data.total ? false : 1_500),
  });

export const useRegistrations = (): UseInfiniteQueryResult<Registration[]> =>
  usePages({
    key: ['registrations'],
    feed: get('/my/registrations', { query: { limit: 50 } }),
    refetchMs: 15_000,
  });

const isSettled = (state: Payment['state']): boolean => state === 'succeeded' || state === 'canceled';

/** A payment; while the bank is at work it is asked about each second and a half. */
export const paymentQuery = (id: string) =>
  queryOptions({
    queryKey: ['payments', id],
    queryFn: ({ signal }) => apiGet(get('/payments/{id}', { params: { id } }), signal),
    refetchInterval: ({ state }) => (state.data && isSettled(state.data.state) ? false : 1_500),
  });

export const moneyQuery = (party: string) =>
  queryOptions({
    queryKey: ['money', party],
    queryFn: ({ signal }) => apiGet(get('/money/{party}', { params: { party } }), signal),
  });

export const usePayouts = (state?: Payout['state'], tradeId?: string): UseInfiniteQueryResult<Payout[]> =>
  usePages({
    key: ['payouts'],
    feed: get('/payouts', { query: { limit: 50, state, tradeId } }),
    refetchMs: 10_000,
  });
