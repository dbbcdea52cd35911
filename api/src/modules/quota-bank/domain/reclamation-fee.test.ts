import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reclamationFeeOf } from './reclamation-fee.js';

describe('the reclamation fee (domain §3)', () => {
  it('is area times rate: 15 亩 at 20,000 CNY are 300,000 CNY, and 600,000 on basic farmland', () => {
    expect(reclamationFeeOf(10_000n, 2_000_000n, false)).toBe(30_000_000n);
    expect(reclamationFeeOf(10_000n, 2_000_000n, true)).toBe(60_000_000n);
  });

  it('is rounded once, half up, and never off by more than half a 分', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10_000_000n), fc.bigInt(1n, 10_000_000n), (area, rate) => {
        const off = reclamationFeeOf(area, rate, false) * 10_000n - area * rate * 15n;
        expect(off > -5_000n && off <= 5_000n).toBe(true);
      }),
    );
  });
});
