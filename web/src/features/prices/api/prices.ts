import type { priceIndex } from '@muheng/contracts/price-index';
import type { changeFeed } from '@muheng/contracts/publication';
import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import type { Wire } from '../../../lib/wire.js';

export type PriceSeries = Wire<typeof priceIndex>['series'][number];
export type Change = Wire<typeof changeFeed>['items'][number];

const shown = 30;

/** The price index of one indicator, with its method. */
export const priceIndexQuery = (quota: 'SFQ' | 'LSQ') =>
  queryOptions({
    queryKey: ['price-index', quota],
    queryFn: ({ signal }) => apiGet(get('/price-index', { query: { quota } }), signal),
  });

/** The last changes that everyone may know, newest first. */
export const latestChangesQuery = queryOptions({
  queryKey: ['changes'],
  queryFn: async ({ signal }) => {
    const { head } = await apiGet(get('/changes', { query: { after: 0, limit: 1 } }), signal);
    const after = Math.max(0, head - shown);
    const { items } = await apiGet(get('/changes', { query: { after, limit: shown } }), signal);
    return items.reverse();
  },
  refetchInterval: 30_000,
});
