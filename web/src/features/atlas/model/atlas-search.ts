import { counties } from '../../../lib/regions.js';

export const metrics = ['sellable', 'onOffer', 'turnover', 'meanPrice', 'fulfilment'] as const;
export const tabs = ['overview', 'prices', 'flows', 'counties'] as const;
export const spans = [1, 3, 12, 24] as const;
export const quotas = ['SFQ', 'LSQ'] as const;

/** What the atlas shows, as it stands in its address: a link shows another person the same picture. */
export interface AtlasSearch {
  quota: (typeof quotas)[number];
  metric: (typeof metrics)[number];
  tab: (typeof tabs)[number];
  /** How many months are summed up. */
  span: (typeof spans)[number];
  /** The last of these months, `YYYY-MM`; the present one when it is missing. */
  until?: string;
  county?: string;
}

const oneOf = <T>(known: readonly T[], value: unknown, otherwise: T): T =>
  known.find((each) => String(each) === String(value)) ?? otherwise;

/** Reads the address; what it does not know becomes what stands first. */
export function readAtlasSearch(search: Record<string, unknown>): AtlasSearch {
  const county = counties.find(({ code }) => code === String(search['county'] ?? ''))?.code;
  const until = /^\d{4}-\d{2}$/.exec(String(search['until'] ?? ''))?.[0];
  return {
    quota: oneOf(quotas, search['quota'], 'SFQ'),
    metric: oneOf(metrics, search['metric'], 'sellable'),
    tab: oneOf(tabs, search['tab'], 'overview'),
    span: oneOf(spans, search['span'], 12),
    ...(until ? { until } : {}),
    ...(county ? { county } : {}),
  };
}
