import type { QuotaKind } from '@muheng/contracts/common/component';
import type { priceIndex } from '@muheng/contracts/price-index';
import type { countyPositions } from '@muheng/contracts/quota-bank/county-first';
import type { suspensionPage } from '@muheng/contracts/suspensions';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import type { Wire } from '../../../lib/wire.js';

export type Suspension = Wire<typeof suspensionPage>['items'][number];
export type CountyPosition = Wire<typeof countyPositions>['items'][number];
export type PriceLine = Wire<typeof priceIndex>['series'][number];

const pageSize = 50;

/** Who may not trade now, or who might not once; newest first. */
export const suspensionsQuery = (state: 'standing' | 'ended') =>
  infiniteQueryOptions({
    queryKey: ['suspensions', state],
    queryFn: ({ pageParam, signal }) =>
      apiGet(get('/suspensions', { query: { state, limit: pageSize, cursor: pageParam } }), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** What each county has, needs and may sell. */
export const balancesQuery = (quota: QuotaKind) =>
  queryOptions({
    queryKey: ['county-first', quota],
    queryFn: ({ signal }) => apiGet(get('/county-first', { query: { quota } }), signal),
  });

/** What was paid, month by month. */
export const monthPricesQuery = (quota: QuotaKind) =>
  queryOptions({
    queryKey: ['price-index', quota],
    queryFn: ({ signal }) => apiGet(get('/price-index', { query: { quota } }), signal),
  });
