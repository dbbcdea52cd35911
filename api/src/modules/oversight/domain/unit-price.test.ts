import { describe, expect, it } from 'vitest';
import { unitPrice } from './unit-price.js';

describe('a volume-weighted unit price', () => {
  it.each([
    [
      'by the 亩 where area is sold: 60.8544 ha for 50 204 880.00',
      5_020_488_000n,
      608_544n,
      3_651_264_000n,
      5_500_000n,
    ],
    ['by the kilogram where only capacity is', 1_000_000n, 0n, 20_000_000n, 500n],
    ['half up, once, over the whole', 1n, 0n, 20_000n, 1n],
    ['none where nothing is sold', 5n, 0n, 0n, 0n],
  ])('is %s', (_, price, area, capacity, expected) => {
    expect(unitPrice({ price, area, capacity })).toBe(expected);
  });
});
