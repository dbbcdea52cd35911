import {
  type InfiniteData,
  type QueryKey,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from '@tanstack/react-query';
import { apiGet } from './api.js';
import type { Call } from './call.js';

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

interface Ways {
  key: QueryKey;
  enabled?: boolean;
  /** For what changes under the reader's eyes. */
  refetchMs?: number;
}
/** A feed that the API's description does not have yet. */
interface Undescribed {
  path: string;
  query?: Record<string, string | number | boolean | undefined>;
}

/** A keyset feed: its items so far, and the way to more (`hasNextPage`, `fetchNextPage`). */
export function usePages<Item>(
  ways: Ways & ({ feed: Call<Page<Item>> } | Undescribed),
): UseInfiniteQueryResult<Item[]> {
  const { key, enabled, refetchMs } = ways;
  const feed = 'feed' in ways ? ways.feed : ({ method: 'get', ...ways } as unknown as Call<Page<Item>>);
  return useInfiniteQuery({
    queryKey: [...key, feed.query ?? {}],
    queryFn: ({ pageParam, signal }) =>
      apiGet(
        { ...feed, query: { ...feed.query, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    select: (data: InfiniteData<Page<Item>, string | null>) => data.pages.flatMap((page) => page.items),
    ...(enabled === undefined ? {} : { enabled }),
    ...(refetchMs === undefined ? {} : { refetchInterval: refetchMs }),
  });
}
