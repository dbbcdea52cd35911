import type { QuotaKind } from '@muheng/contracts/common/component';
import type {
  createNeedInput,
  countyFirstDetail,
  lot,
  lotDetail,
  need,
  partyAccounts,
} from '@muheng/contracts/quota-bank';
import { queryOptions, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import { usePages } from '../../../lib/use-pages.js';
import type { Wire, WireInput } from '../../../lib/wire.js';

export type Accounts = Wire<typeof partyAccounts>;
export type CountyFirstDetail = Wire<typeof countyFirstDetail>;
export type Arithmetic = CountyFirstDetail['arithmetic'];
export type Lot = Wire<typeof lot>;
export type LotDetail = Wire<typeof lotDetail>;
export type Need = Wire<typeof need>;
export type NewNeed = WireInput<typeof createNeedInput>;

export const accountsQuery = (party: string) =>
  queryOptions({
    queryKey: ['accounts', party],
    queryFn: ({ signal }) => apiGet(get('/accounts/{partyCode}', { params: { partyCode: party } }), signal),
  });

/** The whole county-first arithmetic of one county, with the needs behind it. */
export const countyFirstQuery = (county: string, quota: QuotaKind) =>
  queryOptions({
    queryKey: ['county-first', county, quota],
    queryFn: ({ signal }) =>
      apiGet(get('/county-first/{countyCode}/{quota}', { params: { countyCode: county, quota } }), signal),
  });

export const lotQuery = (id: string) =>
  queryOptions({
    queryKey: ['lots', 'one', id],
    queryFn: ({ signal }) => apiGet(get('/lots/{id}', { params: { id } }), signal),
  });

export const useLots = (owner: string, quota: QuotaKind): UseInfiniteQueryResult<Lot[]> =>
  usePages({ key: ['lots', owner], feed: get('/lots', { query: { owner, quota, limit: 100 } }) });

export const useNeeds = (party: string | undefined): UseInfiniteQueryResult<Need[]> =>
  usePages({ key: ['needs', party ?? 'all'], feed: get('/needs', { query: { party, limit: 50 } }) });
