import { counties } from '@muheng/contracts/common/regions';

/** The filters of the listings page, as they stand in its address. */
export interface ListingSearch {
  stage?: 'live' | 'notice' | 'closed';
  county?: string;
  q?: string;
}

const stages = ['live', 'notice', 'closed'] as const;

/** Reads the address; what it does not know it leaves out. */
export function readListingSearch(search: Record<string, unknown>): ListingSearch {
  const stage = stages.find((known) => known === search['stage']);
  const county = counties.find(({ code }) => code === String(search['county'] ?? ''))?.code;
  const q =
    typeof search['q'] === 'string' || typeof search['q'] === 'number'
      ? String(search['q']).slice(0, 80)
      : '';
  return { ...(stage ? { stage } : {}), ...(county ? { county } : {}), ...(q === '' ? {} : { q }) };
}
