import type { registration } from '@muheng/contracts/bidding';
import type { eligibility } from '@muheng/contracts/quota-bank';
import { queryOptions } from '@tanstack/react-query';
import { apiCommand, apiGet } from '../../../lib/api.js';
import { get, post } from '../../../lib/call.js';
import type { Wire } from '../../../lib/wire.js';

export type Registration = Wire<typeof registration>;

/** The reader's own registration for a listing, if there is one. */
export const myRegistrationQuery = (listingId: string) =>
  queryOptions({
    queryKey: ['registrations', listingId],
    queryFn: async ({ signal }) => {
      const page = await apiGet(get('/my/registrations', { query: { listingId } }), signal);
      return page.items[0] ?? null;
    },
  });

export type Eligibility = Wire<typeof eligibility>;

/** Whether the reader's party could register now, and what the offer would not cover of its needs. */
export const eligibilityQuery = (listingId: string) =>
  queryOptions({
    queryKey: ['eligibility', listingId],
    queryFn: ({ signal }) => apiGet(get('/listings/{id}/eligibility', { params: { id: listingId } }), signal),
  });

/** Applies to bid. Throws ApiProblem or NoAnswer; the same key applies once. */
export const register = (listingId: string, key: string) =>
  apiCommand(post('/listings/{id}/registrations', { params: { id: listingId }, body: {} }), { key });
