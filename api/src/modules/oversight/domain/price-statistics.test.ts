import { describe, expect, it } from 'vitest';
import { bandAround, changePct, pricePerMu, weeklyPrices } from './price-statistics.js';

describe('price statistics', () => {
  it('prices one 亩 of 60.8544 ha at 45,640,800.00 at 50,000.00', () => {
    expect(pricePerMu({ price: 4_564_080_000n, area: 608_544n })).toBe(5_000_000n);
  });
  it('has no price without area', () => {
    expect(pricePerMu({ price: 100n, area: 0n })).toBeNull();
  });
  it.each([
    [102n, 100n, '2.0'],
    [981n, 1000n, '-1.9'],
    [100n, 100n, '0.0'],
    [1_224n, 1_000n, '22.4'],
    [999n, 1_000n, '-0.1'],
    [null, 100n, null],
    [100n, null, null],
  ])('%s against %s changes by %s', (now, before, change) => {
    expect(changePct(now, before)).toBe(change);
  });
  it('puts each week in its place, oldest first', () => {
    const weeks = weeklyPrices([
      { weeksAgo: 0, price: 5_000_000n, area: 10_000n },
      { weeksAgo: 12, price: 3_000_000n, area: 10_000n },
      { weeksAgo: 13, price: 9_000_000n, area: 10_000n },
    ]);
    expect(weeks).toHaveLength(13);
    expect([weeks[12], weeks[0], weeks[5]]).toEqual([333_333n, 200_000n, null]);
  });
  it('draws the band 30 % to each side', () => {
    expect(bandAround(5_000_000n)).toEqual({ low: 3_500_000n, high: 6_500_000n });
  });
});
