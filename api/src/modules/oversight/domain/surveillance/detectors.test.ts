import { describe, expect, it } from 'vitest';
import { detect } from './detectors.js';
import type { LotFacts, MarketFacts, ProjectFacts, TradeFacts } from './facts.js';
import { surveillanceDefaults, tuned } from './settings.js';

const now = new Date('2026-06-01T00:00:00Z');
const at = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
const nothing: MarketFacts = { now, counties: [], trades: [], lots: [], projects: [] };
const codes = (facts: Partial<MarketFacts>, over = {}) =>
  detect({ ...nothing, ...facts }, tuned(over)).map(({ code }) => code);

const county = {
  id: 'c',
  regionCode: '640425',
  farmland: 10n,
  target: 10n,
  declaredAt: at(-10),
  liveListings: 1,
  deficits: [],
};
const trade: TradeFacts = {
  id: 't',
  regionCode: '640425',
  listingId: 'l',
  sellerId: 's',
  buyerId: 'b',
  status: 'confirmed',
  priceClass: 'dry',
  price: 100_000_000n,
  area: 10_000n,
  startPrice: 90_000_000n,
  bidders: 3,
  drawn: false,
  awardedAt: at(-5),
  paymentDueAt: null,
  paidAt: null,
  frozen: false,
};
const lot: LotFacts = {
  id: 'o',
  regionCode: '640106',
  ownerId: 'b',
  bought: true,
  unusedArea: 5n,
  validUntil: at(400),
  createdAt: at(-30),
};
const project: ProjectFacts = {
  id: 'p',
  regionCode: '640425',
  countyId: 'c',
  quota: 'SFQ',
  area: 10_000n,
  capacity: 60_000_000n,
  grade: 12,
  patches: 0,
  observedOn: null,
};
const peers = [1, 2, 3].map((n) => ({ ...trade, id: `peer-${n}`, awardedAt: at(-10 - n) }));

describe('each alert of domain §13 by its rule, and not short of it', () => {
  it('is silent about an orderly market', () => {
    expect(
      codes({ counties: [county], trades: [trade, ...peers], lots: [lot], projects: [project] }),
    ).toEqual([]);
  });

  it.each<[string, Partial<MarketFacts>]>([
    ['RETENTION_BELOW_TARGET', { counties: [{ ...county, farmland: 9n }] }],
    ['DEFICIT_COUNTY_LISTING', { counties: [{ ...county, deficits: [{ quota: 'SFQ', liveListings: 1 }] }] }],
    ['LATE_NEEDS_DECLARATION', { counties: [{ ...county, declaredAt: at(-366) }] }],
    ['LATE_NEEDS_DECLARATION', { counties: [{ ...county, declaredAt: null }] }],
    ['PRICE_OUT_OF_BAND', { trades: [...peers, { ...trade, price: 131_000_000n }] }],
    ['PRICE_OUT_OF_BAND', { trades: [...peers, { ...trade, price: 69_000_000n, startPrice: 1n }] }],
    ['SINGLE_BIDDER_AT_START', { trades: [{ ...trade, bidders: 1, startPrice: trade.price }] }],
    ['CEILING_LOTTERY', { trades: [{ ...trade, drawn: true }] }],
    ['PAYMENT_OVERDUE', { trades: [{ ...trade, status: 'payment-due', paymentDueAt: at(-1) }] }],
    ['TRANSFER_NOT_FILED', { trades: [{ ...trade, status: 'paid', paidAt: at(-3) }] }],
    ['LOT_FROZEN_IN_TRADE', { trades: [{ ...trade, frozen: true }] }],
    ['QUOTA_EXPIRING', { lots: [{ ...lot, validUntil: at(89) }] }],
    ['BUYER_HOARDING', { lots: [{ ...lot, createdAt: at(-366) }] }],
    ['PROJECT_QUALITY_MISMATCH', { projects: [{ ...project, capacity: 600_000_000n }] }],
    ['SATELLITE_PATCH_HIT', { projects: [{ ...project, patches: 2, observedOn: '2026-05-01' }] }],
  ])('%s', (code, facts) => {
    expect(codes(facts)).toEqual([code]);
  });

  it.each<[string, Partial<MarketFacts>]>([
    [
      'a county without surplus that lists nothing',
      { counties: [{ ...county, deficits: [{ quota: 'SFQ', liveListings: 0 }] }] },
    ],
    ['a price right at the edge of the band', { trades: [...peers, { ...trade, price: 130_000_000n }] }],
    [
      'a price with too few others to compare',
      { trades: [...peers.slice(1), { ...trade, price: 300_000_000n }] },
    ],
    ['one bidder who went above the start', { trades: [{ ...trade, bidders: 1 }] }],
    ['a payment due tomorrow', { trades: [{ ...trade, status: 'payment-due', paymentDueAt: at(1) }] }],
    ['a freeze on what has ended', { trades: [{ ...trade, frozen: true, status: 'annulled' }] }],
    ['expiry of what is used up', { lots: [{ ...lot, validUntil: at(10), unusedArea: 0n }] }],
    ['own quota kept for long', { lots: [{ ...lot, createdAt: at(-800), bought: false }] }],
  ])('not for %s', (_, facts) => {
    expect(codes(facts)).toEqual([]);
  });

  it('goes by what the region has set, and by its defaults for what is no number', () => {
    expect(codes({ lots: [{ ...lot, validUntil: at(89) }] }, { expiryWarningDays: 30 })).toEqual([]);
    expect(tuned({ priceBandPct: 'much', other: 3 })).toEqual(surveillanceDefaults);
  });
});
