import type { openingState, ownShare, sealedLog, sealedReceipt } from '@muheng/contracts/bidding';
import type { SealedEnvelope } from '@muheng/contracts/common/sealing';
import { queryOptions } from '@tanstack/react-query';
import { apiCommand, apiGet } from '../../../lib/api.js';
import type { Wire } from '../../../lib/wire.js';

export type SealedReceipt = Wire<typeof sealedReceipt>;

export const sealedLogQuery = (listingId: string) =>
  queryOptions({
    queryKey: ['sealed-log', listingId],
    queryFn: ({ signal }) => apiGet<Wire<typeof sealedLog>>(`/listings/${listingId}/sealed-bids`, {}, signal),
  });

/** Sends what was sealed here; the key is the bid's id, and the same one never counts twice. */
export const sendSealed = (listingId: string, envelope: SealedEnvelope, key: string) =>
  apiCommand<SealedReceipt>(`/listings/${listingId}/sealed-bids`, envelope, { key });

export const fetchOwnShare = (listingId: string) =>
  apiGet<Wire<typeof ownShare>>(`/listings/${listingId}/share`);

export const giveShare = (listingId: string, share: string, key: string) =>
  apiCommand<Wire<typeof openingState>>(`/listings/${listingId}/shares`, { share }, { key });
