import type { marketAtlas } from '@muheng/contracts/atlas';
import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import type { Wire } from '../../../lib/wire.js';

export type Atlas = Wire<typeof marketAtlas>;

/** Everything that the atlas draws, of one indicator. */
export const atlasQuery = (quota: Atlas['quota']) =>
  queryOptions({
    queryKey: ['market', 'atlas', quota],
    queryFn: ({ signal }) => apiGet(get('/market/atlas', { query: { quota } }), signal),
    refetchInterval: 60_000,
  });
