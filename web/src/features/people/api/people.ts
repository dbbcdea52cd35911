import type { partyList, people } from '@muheng/contracts/parties';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import type { Wire } from '../../../lib/wire.js';

export type Person = Wire<typeof people>['items'][number];
export type Party = Wire<typeof partyList>['items'][number];

/** What commands about people and parties may have changed. */
export const changedPeople = [['people'], ['parties']];

const pageSize = 50;

/** People in whose login, name or party `q` occurs, the newest first. */
export const peopleQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['people', q],
    queryFn: ({ pageParam, signal }) =>
      apiGet(
        get('/people', { query: { limit: pageSize, cursor: pageParam, ...(q === '' ? {} : { q }) } }),
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const partiesQuery = queryOptions({
  queryKey: ['parties'],
  queryFn: async ({ signal }): Promise<Party[]> => (await apiGet(get('/parties'), signal)).items,
});
