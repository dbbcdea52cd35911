import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '../../lib/api.js';
import { get } from '../../lib/call.js';

const shown = 6;

/** The listings that the public feed finds for some words. */
export const foundListingsQuery = (q: string) =>
  queryOptions({
    queryKey: ['listings', 'found', q],
    queryFn: ({ signal }) => apiGet(get('/listings', { query: { q, limit: shown } }), signal),
    staleTime: 10_000,
  });
