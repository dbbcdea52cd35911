import type { room } from '@muheng/contracts/bidding';
import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import type { Wire } from '../../../lib/wire.js';

export type Room = Wire<typeof room>;

/** The room's snapshot; the stream's events go on from its version. */
export const roomQuery = (listingId: string) =>
  queryOptions({
    queryKey: ['room', listingId],
    queryFn: ({ signal }) => apiGet(get('/listings/{id}/room', { params: { id: listingId } }), signal),
    // Each answer stands for itself: comparing it with the last would make every bid of the ladder anew for one that came.
    structuralSharing: false,
    // A phase may end without an event of its own (bidding stops, the ask window passes): look again now and then.
    refetchInterval: 15_000,
  });
