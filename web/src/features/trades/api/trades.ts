import type { registration } from '@muheng/contracts/bidding';
import type { partyMoney, payment, payout } from '@muheng/contracts/payments';
import type { trade, tradeSummary } from '@muheng/contracts/settlement';
import { queryOptions, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { usePages } from '../../../lib/use-pages.js';
import type { Wire } from '../../../lib/wire.js';

export type Trade = Wire<typeof trade>;
export type TradeSummary = Wire<typeof tradeSummary>;
export type TradeStatus = Trade['status'];
export type Registration = Wire<typeof registration>;
export type Payment = Wire<typeof payment>;
export type Payout = Wire<typeof payout>;
export type PartyMoney = Wire<typeof partyMoney>;

export const useTrades = (): UseInfiniteQueryResult<TradeSummary[]> =>
  usePages<TradeSummary>({
    key: ['trades', 'list'],
    path: '/trades',
    query: { limit: 50 },
    refetchMs: 15_000,
  });

/** A trade; looked at again while the market works on it. */
export const tradeQuery = (id: string) =>
  queryOptions({
    queryKey: ['trades', 'one', id],
    queryFn: ({ signal }) => apiGet<Trade>(`/trades/${id}`, {}, signal),
    refetchInterval: ({ state }) => (state.data?.status === 'completed' ? false : 4_000),
  });

export const useRegistrations = (): UseInfiniteQueryResult<Registration[]> =>
  usePages<Registration>({
    key: ['registrations'],
    path: '/my/registrations',
    query: { limit: 50 },
    refetchMs: 15_000,
  });

const isSettled = (state: Payment['state']): boolean => state === 'succeeded' || state === 'canceled';

/** A payment; while the bank is at work it is asked about each second and a half. */
export const paymentQuery = (id: string) =>
  queryOptions({
    queryKey: ['payments', id],
    queryFn: ({ signal }) => apiGet<Payment>(`/payments/${id}`, {}, signal),
    refetchInterval: ({ state }) => (state.data && isSettled(state.data.state) ? false : 1_500),
  });

export const moneyQuery = (party: string) =>
  queryOptions({
    queryKey: ['money', party],
    queryFn: ({ signal }) => apiGet<PartyMoney>(`/money/${party}`, {}, signal),
  });

export const usePayouts = (state?: Payout['state'], tradeId?: string): UseInfiniteQueryResult<Payout[]> =>
  usePages<Payout>({
    key: ['payouts'],
    path: '/payouts',
    query: { limit: 50, state, tradeId },
    refetchMs: 10_000,
  });
