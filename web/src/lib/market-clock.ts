import { get } from './call.js';
import type { clockResponse } from '@muheng/contracts/clock';
import { queryOptions } from '@tanstack/react-query';
import { apiGet } from './api.js';
import type { Wire } from './wire.js';

export type MarketClock = Wire<typeof clockResponse>;

/** What kind of market this is, and how far its demo world has come; asked again while that is being filled. */
export const marketClockQuery = queryOptions({
  queryKey: ['market-clock'],
  queryFn: ({ signal }) => apiGet(get('/clock'), signal),
  staleTime: 60_000,
  refetchInterval: ({ state }) => (state.data?.filling ? 2_000 : false),
});
