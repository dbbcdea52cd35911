import type { runnerUpOffers } from '@muheng/contracts/runner-up';
import type { wallet } from '@muheng/contracts/wallet';
import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import type { Wire } from '../../../lib/wire.js';

export type Wallet = Wire<typeof wallet>;
export type RunnerUpOffer = Wire<typeof runnerUpOffers>['items'][number];

/** A unit's deposit wallet; looked at again while money is on its way. */
export const walletQuery = queryOptions({
  queryKey: ['wallet'],
  queryFn: ({ signal }) => apiGet(get('/my/wallet'), signal),
  refetchInterval: ({ state }) =>
    state.data?.topUps.some((one) => one.state === 'submitted' || one.state === 'unknown') ? 3_000 : 15_000,
});

export const offersQuery = queryOptions({
  queryKey: ['runner-up-offers'],
  queryFn: ({ signal }) => apiGet(get('/my/runner-up-offers'), signal),
  refetchInterval: 30_000,
});
