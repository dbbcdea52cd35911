import type { policyInForce } from '@muheng/contracts/listings';
import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import type { Wire } from '../../../lib/wire.js';

export type PolicyInForce = Wire<typeof policyInForce>;

/** The policy that new listings run under. */
export const policyQuery = queryOptions({
  queryKey: ['policy'],
  queryFn: ({ signal }) => apiGet(get('/policy'), signal),
  staleTime: 300_000,
});
