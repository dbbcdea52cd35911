import { type Fen, formatCny, parseCny, parseHa } from '@muheng/contracts/common/quantity';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distribute } from './proceeds.js';

/** The two packs of domain §16, as far as proceeds go. */
const guangdong = {
  lsqDeductions: [
    { to: 'reclamation-cost', cnyPerMu: '50000.00' },
    { to: 'city-pool', cnyPerMu: '50000.00' },
  ],
  lsqShares: [
    { to: 'county', pct: 5 },
    { to: 'town', pct: 5 },
    { to: 'collective', pct: 15 },
    { to: 'household', pct: 75 },
  ],
  sfqShares: [{ to: 'county', pct: 100 }],
};
const ningxia = { ...guangdong, lsqDeductions: [], lsqShares: [{ to: 'county', pct: 100 }] };
const show = (rows: ReturnType<typeof distribute>) => rows.map(({ to, amount }) => [to, formatCny(amount)]);

describe('proceeds (domain §14)', () => {
  it('gives the Guangdong linkage example to the 分', () => {
    const land = parseHa('2.8721');
    expect(show(distribute('LSQ', parseCny('21540750.00'), land, guangdong))).toEqual([
      ['reclamation-cost', '2154075.00'],
      ['city-pool', '2154075.00'],
      ['county', '861630.00'],
      ['town', '861630.00'],
      ['collective', '2584890.00'],
      ['household', '12924450.00'],
    ]);
  });

  it('pays all of a supplementary sale to the county', () => {
    const rows = distribute('SFQ', parseCny('50204880.00'), parseHa('60.8544'), ningxia);
    expect(show(rows)).toEqual([['county', '50204880.00']]);
  });

  it('never deducts more than there is, and leaves empty rows out', () => {
    const rows = distribute('LSQ', parseCny('3000000.00'), parseHa('2.8721'), guangdong);
    expect(show(rows)).toEqual([
      ['reclamation-cost', '2154075.00'],
      ['city-pool', '845925.00'],
    ]);
  });

  it('always adds up to the price', () => {
    const price = fc.bigInt({ min: 1n, max: 10n ** 13n }) as fc.Arbitrary<Fen>;
    fc.assert(
      fc.property(
        price,
        fc.bigInt({ min: 0n, max: 10n ** 8n }),
        fc.constantFrom('SFQ', 'LSQ'),
        (paid, land, quota) => {
          const rows = distribute(quota, paid, land, guangdong);
          expect(rows.reduce((sum, row) => sum + row.amount, 0n)).toBe(paid);
        },
      ),
    );
  });
});
