import type { listingPage } from '@muheng/contracts/listings';
import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import type { Wire } from '../../../lib/wire.js';

export type ListingSummary = Wire<typeof listingPage>['items'][number];

const atMost = 12;

export const currentListingsCall = get('/listings', { query: { limit: atMost } });

/** The newest notices, whatever stage they are in. */
export const currentListingsQuery = queryOptions({
  queryKey: ['listings', 'current'],
  queryFn: ({ signal }) => apiGet(currentListingsCall, signal),
  refetchInterval: 15_000,
});
