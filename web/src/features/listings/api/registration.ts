import type { registration, registrationPage } from '@muheng/contracts/bidding';
import { queryOptions } from '@tanstack/react-query';
import { apiCommand, apiGet } from '../../../lib/api.js';
import type { Wire } from '../../../lib/wire.js';

export type Registration = Wire<typeof registration>;

/** The reader's own registration for a listing, if there is one. */
export const myRegistrationQuery = (listingId: string) =>
  queryOptions({
    queryKey: ['registrations', listingId],
    queryFn: async ({ signal }) => {
      const page = await apiGet<Wire<typeof registrationPage>>('/my/registrations', { listingId }, signal);
      return page.items[0] ?? null;
    },
  });

/** Applies to bid. Throws ApiProblem or NoAnswer; the same key applies once. */
export const register = (listingId: string, key: string) =>
  apiCommand<Registration>(`/listings/${listingId}/registrations`, {}, { key });
