import type { editListingInput, listing, listingSummary, policyInForce } from '@muheng/contracts/listings';
import type { countyFirstCheck, countyFirstCheckInput, lot } from '@muheng/contracts/quota-bank';
import {
  keepPreviousData,
  queryOptions,
  skipToken,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';
import { apiCommand, apiGet } from '../../../lib/api.js';
import { get, post } from '../../../lib/call.js';
import { usePages } from '../../../lib/use-pages.js';
import type { Wire, WireInput } from '../../../lib/wire.js';

export type Listing = Wire<typeof listing>;
export type ListingSummary = Wire<typeof listingSummary>;
export type ListingStatus = Listing['status'];
export type Approval = Listing['approvals'][number];
export type Lane = Approval['lane'];
export type PolicyInForce = Wire<typeof policyInForce>;
export type Policy = PolicyInForce['values'];
export type EditedListing = WireInput<typeof editListingInput>;
export type CheckInput = WireInput<typeof countyFirstCheckInput>;
export type Check = Wire<typeof countyFirstCheck>;
export type Arithmetic = Check['arithmetic'];
export type Lot = Wire<typeof lot>;

export const useMyListings = (status?: readonly ListingStatus[]): UseInfiniteQueryResult<ListingSummary[]> =>
  usePages({
    key: ['my-listings'],
    feed: get('/my/listings', { query: { limit: 50, ...(status ? { status: status.join(',') } : {}) } }),
  });

export const listingQuery = (id: string) =>
  queryOptions({
    queryKey: ['listings', 'one', id],
    queryFn: ({ signal }) => apiGet(get('/listings/{id}', { params: { id } }), signal),
  });

/** Lanes that wait for the reader's unit. */
export const approvalsQuery = queryOptions({
  queryKey: ['my-approvals'],
  queryFn: async ({ signal }) => (await apiGet(get('/my/approvals'), signal)).items,
  refetchInterval: 30_000,
});

export const policyQuery = queryOptions({
  queryKey: ['policy'],
  queryFn: ({ signal }) => apiGet(get('/policy'), signal),
  staleTime: 300_000,
});

/** The lots of a unit that may be sold at all. */
export const useSaleableLots = (owner: string): UseInfiniteQueryResult<Lot[]> =>
  usePages({
    key: ['lots', owner, 'saleable'],
    feed: get('/lots', { query: { owner, saleable: 'true', limit: 100 } }),
  });

/** Would these items be certified now? Changes nothing, so it is a query that happens to be a POST. */
export const checkQuery = (input: CheckInput | null) =>
  queryOptions({
    queryKey: ['county-first', 'check', input],
    queryFn:
      input === null
        ? skipToken
        : ({ signal }) => apiCommand(post('/county-first/checks', { body: input }), { signal }),
    staleTime: 10_000,
    // The verdict before stays on screen while the next one is on its way.
    placeholderData: keepPreviousData,
  });
