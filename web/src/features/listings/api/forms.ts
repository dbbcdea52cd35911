import type { SealedEnvelope } from '@muheng/contracts/common/sealing';
import { queryOptions } from '@tanstack/react-query';
import { apiCommand, apiGet } from '../../../lib/api.js';
import { get, post } from '../../../lib/call.js';

export const sealedLogQuery = (listingId: string) =>
  queryOptions({
    queryKey: ['sealed-log', listingId],
    queryFn: ({ signal }) => apiGet(get('/listings/{id}/sealed-bids', { params: { id: listingId } }), signal),
  });

/** Sends what was sealed here; the key is the bid's id, and the same one never counts twice. */
export const sendSealed = (listingId: string, envelope: SealedEnvelope, key: string) =>
  apiCommand(post('/listings/{id}/sealed-bids', { params: { id: listingId }, body: envelope }), { key });

export const fetchOwnShare = (listingId: string) =>
  apiGet(get('/listings/{id}/share', { params: { id: listingId } }));

export const giveShare = (listingId: string, share: string, key: string) =>
  apiCommand(post('/listings/{id}/shares', { params: { id: listingId }, body: { share } }), { key });
