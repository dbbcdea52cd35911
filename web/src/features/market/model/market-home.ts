import type { Component } from '@muheng/contracts/common/component';
import type { ListingRow } from '../../../ui/listing-table/listing-row.js';
import type { WorkingDay } from '../../../ui/working-days-strip.js';

/** One county's balance of one component, as on the wire (hectares, or kg for capacity); all four together or nothing. */
export interface CountyBalance {
  code: string;
  available: string;
  need: string;
  reserve: string;
  /** available − need − reserve; negative is a shortage. Null while nothing is declared. */
  margin: string | null;
}

/** What the card of the chosen county adds. */
export interface CountyDetail {
  code: string;
  /** Weekly mean unit prices, oldest first, CNY per mu; empty without trades. */
  weeklyPricesCny: string[];
  priceKind: 'paddy' | 'dry';
  /** Largest buyers of a year. */
  flows: { code: string; areaHa: string }[];
}

/** Totals of the headline; money and areas as on the wire. */
export interface MarketTotals {
  tradedAreaHa: string;
  tradedCount: number;
  turnoverCny: string;
  /** Area-weighted mean of the year, CNY per mu; null without trades. */
  meanPriceCnyPerMu: string | null;
  /** Tenths of a percent against the month before. */
  meanChangePermille: number | null;
}

/** Everything on the public market page. */
export interface MarketHomeModel {
  updatedAt: string;
  component: Component;
  balances: CountyBalance[];
  totals: MarketTotals;
  selected: string | null;
  detail: CountyDetail | null;
  listings: ListingRow[];
  openCount: number;
  noticeCount: number;
  workingDays: WorkingDay[];
}
