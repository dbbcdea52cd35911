import type { auctionReplay } from '@muheng/contracts/bidding';
import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import type { Wire } from '../../../lib/wire.js';

export type Replay = Wire<typeof auctionReplay>;
export type ReplayStep = Replay['steps'][number];
export type Verdict = NonNullable<Replay['verdict']['recorded']>;

/** An auction, run again by the server from its log. */
export const replayQuery = (listingId: string) =>
  queryOptions({
    queryKey: ['replay', listingId],
    queryFn: ({ signal }) => apiGet(get('/listings/{id}/replay', { params: { id: listingId } }), signal),
  });
