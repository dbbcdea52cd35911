import type { currentRegionMap } from '@muheng/contracts/region-map';
import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import type { Wire } from '../../../lib/wire.js';

export type RegionMap = NonNullable<Wire<typeof currentRegionMap>['map']>;

/** The approved map of the region; null where none was put up, and the tiles are drawn. */
export const regionMapQuery = queryOptions({
  queryKey: ['region-map', 'current'],
  queryFn: async ({ signal }) => (await apiGet(get('/market/region-map'), signal)).map,
  staleTime: 300_000,
});

export const mapHistoryQuery = queryOptions({
  queryKey: ['region-map', 'history'],
  queryFn: async ({ signal }) => (await apiGet(get('/market/region-map/history'), signal)).items,
});
