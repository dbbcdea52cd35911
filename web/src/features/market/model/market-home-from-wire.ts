import type { Component } from '@muheng/contracts/common/component';
import { rowOfSummary } from '../../../ui/listing-table/row-of-summary.js';
import type { ListingSummary } from '../api/current-listings.js';
import type { MarketSummary } from '../api/market-summary.js';
import { comingDays } from './coming-days.js';
import type { CountyBalance, CountyDetail, MarketHomeModel } from './market-home.js';

interface Sources {
  summary: MarketSummary;
  listings: readonly ListingSummary[];
  component: Component;
  /** The county that somebody chose; otherwise the one that has most to sell. */
  selected: string | null;
  /** Epoch ms of the server. */
  now: number;
  chinese: boolean;
}

const rowsMax = 6;
const fields = { area: 'areaHa', paddy: 'paddyHa', capacity: 'capacityKg' } as const;

/** The public page's model from what the api tells. */
export function marketHomeOf({
  summary,
  listings,
  component,
  selected,
  now,
  chinese,
}: Sources): MarketHomeModel {
  const field = fields[component];
  const balances: CountyBalance[] = summary.counties.map((county) => ({
    code: county.county.code,
    available: county.avail[field],
    need: county.need[field],
    reserve: county.reserve[field],
    margin: county.computedAt === null ? null : county.margin[field],
  }));
  const chosen = selected ?? richest(balances);
  const rows = [...listings].sort(byLiveness).slice(0, rowsMax);
  return {
    updatedAt: summary.at,
    component,
    balances,
    totals: {
      tradedAreaHa: summary.year.quantities.areaHa,
      tradedCount: summary.year.trades,
      turnoverCny: summary.year.priceCny,
      meanPriceCnyPerMu: summary.averagePrice.cnyPerMu,
      meanChangePermille: permille(summary.averagePrice.changePct),
    },
    selected: chosen,
    detail: detailOf(summary, chosen),
    listings: rows.map((row) => rowOfSummary(row, chinese)),
    openCount: summary.listings.open + summary.listings.timed,
    noticeCount: summary.listings.notice,
    workingDays: comingDays(listings, now, chinese),
  };
}

const order: Readonly<Partial<Record<ListingSummary['status'], number>>> = {
  'timed-bidding': 0,
  'ceiling-reached': 0,
  'listing-open': 1,
  notice: 2,
  'closed-sold': 3,
};
const rank = ({ status }: ListingSummary): number => order[status] ?? 4;
const endOf = (row: ListingSummary): string => row.closedAt ?? row.closesAt ?? row.opensAt ?? row.createdAt;

/** What is live first, then what opens soonest; among the closed ones the newest. */
function byLiveness(a: ListingSummary, b: ListingSummary): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  const earlier = endOf(a) < endOf(b) ? -1 : 1;
  return rank(a) >= 3 ? -earlier : earlier;
}

/** The margin with most digits before the rest compares as text: no quantity becomes a float. */
function richest(balances: readonly CountyBalance[]): string | null {
  const positive = balances.filter(({ margin }) => margin !== null && !margin.startsWith('-'));
  const greater = (a: string, b: string): boolean => (a.length === b.length ? a > b : a.length > b.length);
  const best = positive.reduce<CountyBalance | null>(
    (top, each) => (top === null || greater(each.margin ?? '', top.margin ?? '') ? each : top),
    null,
  );
  return best?.code ?? null;
}

/** `"-1.9"` percent → −19 tenths of a percent. */
const permille = (text: string | null): number | null =>
  text === null ? null : Math.round(Number(text) * 10);

function detailOf(summary: MarketSummary, code: string | null): CountyDetail | null {
  const county = summary.counties.find((each) => each.county.code === code);
  if (!county) return null;
  return {
    code: county.county.code,
    priceKind: county.price.priceClass === 'paddy' ? 'paddy' : 'dry',
    weeklyPricesCny: county.price.weeks.flatMap(({ cnyPerMu }) => cnyPerMu ?? []),
    flows: county.flows.map(({ party, quantities }) => ({ code: party.code, areaHa: quantities.areaHa })),
  };
}
