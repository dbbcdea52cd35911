import { quotaKinds } from '@muheng/contracts/common/component';
import type { BalancesSearch } from '../features/publication/components/balances-view.js';
import type { MonthPricesSearch } from '../features/publication/components/month-prices-view.js';

const quotaOf = (search: Record<string, unknown>) =>
  quotaKinds.find((known) => known === search['quota']) ?? 'SFQ';

/** Reads the address of the published balances; what it does not know becomes what stands first. */
export const readBalancesSearch = (search: Record<string, unknown>): BalancesSearch => ({
  quota: quotaOf(search),
  component:
    (['area', 'paddy', 'capacity'] as const).find((known) => known === search['component']) ?? 'area',
});

/** Reads the address of a month's prices. */
export function readMonthPricesSearch(search: Record<string, unknown>): MonthPricesSearch {
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.exec(String(search['month'] ?? ''))?.[0];
  return { quota: quotaOf(search), ...(month ? { month } : {}) };
}

/** Reads the certificate whose proof is asked for. */
export const readCodeSearch = (search: Record<string, unknown>): { code?: string } => {
  const code = typeof search['code'] === 'string' ? search['code'].slice(0, 40) : '';
  return code === '' ? {} : { code };
};
