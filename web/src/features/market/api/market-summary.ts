import type { marketSummary } from '@muheng/contracts/oversight';
import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import type { Wire } from '../../../lib/wire.js';

export type MarketSummary = Wire<typeof marketSummary>;

export const marketSummaryCall = get('/market/summary', { query: { quota: 'SFQ' } });

/** The public figures: totals, prices, and each county's position. */
export const marketSummaryQuery = queryOptions({
  queryKey: ['market', 'summary', 'SFQ'],
  queryFn: ({ signal }) => apiGet(marketSummaryCall, signal),
  refetchInterval: 30_000,
});
