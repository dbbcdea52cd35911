import { quantities } from '@muheng/contracts/common/component';
import { parseCny } from '@muheng/contracts/common/quantity';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ningxia } from './packs/ningxia.js';
import { type PastListing, tryPolicy } from './policy-trial.js';

/** 40 ha at a start of 3,000,000.00, sold for 4,500,000.00; 10 ha of margin were left. */
const past: PastListing = {
  id: 'A',
  form: 'timed-bidding',
  quota: 'SFQ',
  quantities: quantities(400_000n, 0n, 0n),
  prices: {
    start: parseCny('3000000.00'),
    step: parseCny('150000.00'),
    deposit: parseCny('600000.00'),
    ceiling: parseCny('4500000.00'),
    floor: null,
  },
  sold: parseCny('4500000.00'),
  policy: ningxia,
  arithmetic: {
    available: quantities(600_000n, 0n, 0n),
    need: quantities(90_000n, 0n, 0n),
    reserve: quantities(10_000n, 0n, 0n),
  },
};

describe('a draft tried on the past', () => {
  it('changes nothing when it says the same', () => {
    const { was, would, refused } = tryPolicy(ningxia, [past]);
    expect(would).toEqual(was);
    expect(was).toEqual({ listings: 1, area: 400_000n, price: 450_000_000n, county: 450_000_000n });
    expect(refused).toEqual([]);
  });

  it('refuses what a larger reserve would have kept at home, down to the square metre', () => {
    // 10 % kept 1 ha; 110 % keeps 11 ha, and 40 ha are exactly what is left.
    expect(tryPolicy({ ...ningxia, reservePct: 110 }, [past]).refused).toEqual([]);
    expect(tryPolicy({ ...ningxia, reservePct: 110.0001 }, [past]).refused).toEqual([
      { id: 'A', code: 'county-first.surplus-exceeded', area: 400_000n },
    ]);
  });

  it('refuses a lot that is too small and a start price out of bounds, in the order of the certificate', () => {
    expect(tryPolicy({ ...ningxia, minLotMu: 601 }, [past]).refused[0]?.code).toBe('listing.below-min-lot');
    const cap = { dry: '1000.00', paddy: null, lsq: null };
    expect(tryPolicy({ ...ningxia, capPriceCnyPerMu: cap }, [past]).refused[0]?.code).toBe(
      'listing.price-out-of-policy',
    );
  });

  it('never sells above a lower ceiling, and never adds to what was sold', () => {
    expect(tryPolicy({ ...ningxia, ceilingPct: 120 }, [past]).would.price).toBe(360_000_000n);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 100, max: 300 }),
        (reservePct, ceilingPct) => {
          const { was, would, refused } = tryPolicy({ ...ningxia, reservePct, ceilingPct }, [past, past]);
          expect(would.price <= was.price && would.listings + refused.length === was.listings).toBe(true);
        },
      ),
    );
  });

  it('pays the county its share after the deductions of linkage', () => {
    const draft = {
      ...ningxia,
      lsqDeductions: [{ to: 'city-pool', cnyPerMu: '1000.00' }],
      lsqShares: [
        { to: 'county', pct: 5 },
        { to: 'household', pct: 95 },
      ],
    };
    const { would } = tryPolicy(draft, [{ ...past, quota: 'LSQ', arithmetic: null }]);
    // 600 亩 × 1000 off 4,500,000, and a twentieth of the rest.
    expect(would.county).toBe(19_500_000n);
  });
});
