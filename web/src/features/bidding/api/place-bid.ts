import type { bidReceipt, bidState } from '@muheng/contracts/bidding';
import { apiCommand, apiGet } from '../../../lib/api.js';
import type { Wire } from '../../../lib/wire.js';

export type BidReceipt = Wire<typeof bidReceipt>;

/** Sends a bid under a key made before; the same key never counts twice. Throws ApiProblem or NoAnswer. */
export const placeBid = (listingId: string, priceCny: string, key: string, expectedVersion: number) =>
  apiCommand<BidReceipt>(`/listings/${listingId}/bids`, { priceCny, expectedVersion }, { key });

/** What became of a bid whose answer got lost. */
export const askForBid = (listingId: string, key: string) =>
  apiGet<Wire<typeof bidState>>(`/listings/${listingId}/bids/by-key/${key}`);
