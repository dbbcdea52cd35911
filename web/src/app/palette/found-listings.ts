import type { listingPage } from '@muheng/contracts/listings';
import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '../../lib/api.js';
import type { Wire } from '../../lib/wire.js';

const shown = 6;

/** The listings that the public feed finds for some words. */
export const foundListingsQuery = (q: string) =>
  queryOptions({
    queryKey: ['listings', 'found', q],
    queryFn: ({ signal }) => apiGet<Wire<typeof listingPage>>('/listings', { q, limit: shown }, signal),
    staleTime: 10_000,
  });
