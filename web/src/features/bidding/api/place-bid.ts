import type { bidReceipt } from '@muheng/contracts/bidding';
import { apiCommand, apiGet } from '../../../lib/api.js';
import { get, post } from '../../../lib/call.js';
import type { Wire } from '../../../lib/wire.js';

export type BidReceipt = Wire<typeof bidReceipt>;

/** Sends a bid under a key made before; the same key never counts twice. Throws ApiProblem or NoAnswer. */
export const placeBid = (listingId: string, priceCny: string, key: string, expectedVersion: number) =>
  apiCommand(
    post('/listings/{id}/bids', { params: { id: listingId }, body: { priceCny, expectedVersion } }),
    { key },
  );

/** What became of a bid whose answer got lost. */
export const askForBid = (listingId: string, key: string) =>
  apiGet(get('/listings/{id}/bids/by-key/{key}', { params: { id: listingId, key } }));
