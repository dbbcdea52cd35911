import { quantities } from '@muheng/contracts/common/component';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qualityWarnings } from './quality-warning.js';

describe('the quality warning before a bid (domain §9)', () => {
  const need = quantities(100_000n, 40_000n, 9_000_000n);

  it('warns of dry land for paddy and of poor land for good, with the amounts', () => {
    expect(qualityWarnings(need, quantities(50_000n, 10_000n, 4_000_000n))).toEqual([
      { component: 'paddy', wanted: 20_000n, offered: 10_000n },
      { component: 'capacity', wanted: 4_500_000n, offered: 4_000_000n },
    ]);
    expect(qualityWarnings(need, quantities(50_000n, 20_000n, 4_500_000n))).toEqual([]);
  });

  it('says nothing of an offer without area, nor of a need without', () => {
    expect(qualityWarnings(need, quantities(0n, 0n, 1n))).toEqual([]);
    expect(qualityWarnings(quantities(0n, 5n, 5n), quantities(5n, 0n, 0n))).toEqual([]);
  });

  it('never warns of an offer that covers the whole need', () => {
    const amount = fc.bigInt(0n, 1_000_000n);
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        amount,
        amount,
        (area, paddy, capacity, morePaddy, moreCapacity) => {
          const whole = quantities(area, paddy + morePaddy, capacity + moreCapacity);
          expect(qualityWarnings(quantities(area, paddy, capacity), whole)).toEqual([]);
        },
      ),
    );
  });
});
