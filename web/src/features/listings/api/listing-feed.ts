import { infiniteQueryOptions } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';

export interface FeedFilter {
  status?: string | undefined;
  county?: string | undefined;
  q?: string | undefined;
}

const pageSize = 20;

/** The public feed, newest notice first, page after page. */
export const listingFeedQuery = (filter: FeedFilter) =>
  infiniteQueryOptions({
    queryKey: ['listings', 'feed', filter],
    queryFn: ({ pageParam, signal }) =>
      apiGet(
        get('/listings', {
          query: {
            limit: pageSize,
            status: filter.status,
            county: filter.county,
            q: filter.q,
            cursor: pageParam,
          },
        }),
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
