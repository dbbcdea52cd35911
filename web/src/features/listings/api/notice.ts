import type { listing } from '@muheng/contracts/listings';
import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import type { Wire } from '../../../lib/wire.js';

export type Listing = Wire<typeof listing>;

/** A listing as its notice shows it. */
export const noticeQuery = (listingId: string) =>
  queryOptions({
    queryKey: ['listing', listingId],
    queryFn: ({ signal }) => apiGet(get('/listings/{id}', { params: { id: listingId } }), signal),
  });
