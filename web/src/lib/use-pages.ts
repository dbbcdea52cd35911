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

interface Ways<Item> {
  key: QueryKey;
  feed: Call<Page<Item>>;
  enabled?: boolean;
  /** For what changes under the reader's eyes. */
  refetchMs?: number;
}
/** A keyset feed: its items so far, and the way to more (`hasNextPage`, `fetchNextPage`). */
export function usePages<Item>({
  key,
  feed,
  enabled,
  refetchMs,
}: Ways<Item>): UseInfiniteQueryResult<Item[]> {
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
