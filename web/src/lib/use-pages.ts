import {
  type InfiniteData,
  type QueryKey,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from '@tanstack/react-query';
import { apiGet } from './api.js';

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

interface Feed {
  key: QueryKey;
  path: string;
  query?: Record<string, string | number | boolean | undefined>;
  enabled?: boolean;
  /** For what changes under the reader's eyes. */
  refetchMs?: number;
}

/** A keyset feed: its items so far, and the way to more (`hasNextPage`, `fetchNextPage`). */
export function usePages<Item>({
  key,
  path,
  query,
  enabled,
  refetchMs,
}: Feed): UseInfiniteQueryResult<Item[]> {
  return useInfiniteQuery({
    queryKey: [...key, query ?? {}],
    queryFn: ({ pageParam, signal }) =>
      apiGet<Page<Item>>(path, { ...query, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    select: (data: InfiniteData<Page<Item>, string | null>) => data.pages.flatMap((page) => page.items),
    ...(enabled === undefined ? {} : { enabled }),
    ...(refetchMs === undefined ? {} : { refetchInterval: refetchMs }),
  });
}
