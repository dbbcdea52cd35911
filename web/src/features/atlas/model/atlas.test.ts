import { expect, test } from 'vitest';
import type { Atlas } from '../api/atlas.js';
import { readAtlasSearch } from './atlas-search.js';
import { layBands } from './bands.js';
import { measure } from './measure.js';
import { monthly, partnersOf, prefectureFlows, unitPrice, windowOf, within } from './sums.js';

const flow = (month: string, seller: string, buyerRegion: string, areaHa: string, priceCny: string) => ({
  month,
  seller,
  buyerRegion,
  trades: 1,
  quantities: { areaHa, paddyHa: '0.0000', capacityKg: '0.0000' },
  priceCny,
});
const quantities = { areaHa: '20.0000', paddyHa: '0.0000', capacityKg: '0.0000' };
const county = (code: string, listings: number): Atlas['counties'][number] => ({
  code,
  margin: listings > 0 ? quantities : null,
  onOffer: { listings, quantities: listings > 0 ? quantities : { ...quantities, areaHa: '0.0000' } },
});
const atlas: Atlas = {
  at: '2026-11-22T00:00:00.000Z',
  quota: 'SFQ',
  months: ['2026-09', '2026-10', '2026-11'],
  counties: [county('640425', 1), county('640324', 0)],
  flows: [
    flow('2026-09', '640425', '640106', '10.0000', '1500000.00'),
    flow('2026-11', '640425', '640106', '10.0000', '3000000.00'),
    flow('2026-11', '640324', '640000', '2.0000', '300000.00'),
  ],
  outcomes: [{ month: '2026-11', seller: '640425', kept: 2, broken: 1 }],
};

test('a window ends where the address says, and now when it says nothing it knows', () => {
  expect(windowOf(atlas.months, 2, undefined)).toEqual(['2026-10', '2026-11']);
  expect(windowOf(atlas.months, 12, '2026-10')).toEqual(['2026-09', '2026-10']);
  expect(windowOf(atlas.months, 1, '1999-01')).toEqual(['2026-11']);
});

test('prices weigh by area, prefectures from exact sums', () => {
  // 4,500,000 元 over 20 ha = 300 亩.
  expect(unitPrice({ price: 450_000_000n, area: 200_000n })).toBe(1_500_000n);
  const all = measure(atlas, 'meanPrice', atlas.months, 'mu');
  expect(all.tiles[0]).toEqual({ code: '640425', net: 1_500_000n, text: '15,000' });
  expect(all.prefectures).toEqual({ '6404': '15,000', '6403': '10,000' });
  expect(measure(atlas, 'turnover', ['2026-10'], 'mu').tiles[0]?.net).toBeNull();
  expect(measure(atlas, 'fulfilment', atlas.months, 'mu').tiles[0]?.text).toBe('66.7');
  expect(measure(atlas, 'sellable', [], 'ha').tiles.map(({ text }) => text)).toEqual(['20', '—']);
});

test('partners and flows say who sold to whom', () => {
  expect(partnersOf(atlas.flows, '640106').map(({ direction, code }) => [direction, code])).toEqual([
    ['bought-from', '640425'],
  ]);
  expect(prefectureFlows(within(atlas.flows, ['2026-11'])).map(({ from, to }) => `${from}>${to}`)).toEqual([
    '6404>6401',
    '6403>64',
  ]);
  expect(monthly(atlas, '640425').map(({ trades }) => trades)).toEqual([1, 0, 1]);
});

test('bands fill both columns to the end and keep their width', () => {
  const laid = layBands(
    [
      { from: 'a', to: 'x', weight: 3n },
      { from: 'a', to: 'y', weight: 1n },
    ],
    ['a', 'x', 'y'],
    110,
    10,
  );
  expect(laid.bands.map(({ width }) => width)).toEqual([75, 25]);
  expect(laid.buyers.map(({ top, height }) => [top, height])).toEqual([
    [0, 75],
    [85, 25],
  ]);
});

test('an address with nonsense shows the first picture', () => {
  expect(readAtlasSearch({ metric: 'x', span: '99', county: '110000', until: 'soon' })).toEqual({
    quota: 'SFQ',
    metric: 'sellable',
    tab: 'overview',
    span: 12,
  });
});
