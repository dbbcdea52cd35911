import { quantities } from '@muheng/contracts/common/component';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { returnLimit } from './return-price.js';

describe('leftovers that go back to the region (domain §9)', () => {
  it.each([
    ['a third of the area', quantities(30n, 0n, 90n), quantities(10n, 0n, 30n), 33n],
    ['capacity that came with its land', quantities(30n, 0n, 90n), quantities(0n, 0n, 90n), 0n],
    ['paddy bought alone', quantities(0n, 4n, 0n), quantities(0n, 1n, 0n), 25n],
    ['capacity bought alone', quantities(0n, 0n, 8n), quantities(0n, 0n, 4n), 50n],
    ['all of it', quantities(30n, 5n, 90n), quantities(30n, 5n, 90n), 100n],
  ])('%s', (_, bought, returned, limit) => expect(returnLimit(100n, bought, returned)).toBe(limit));

  it('never adds up to more than the price, in however many parts', () => {
    const amount = fc.bigInt(0n, 1_000_000n);
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 12n), amount, amount, amount, (price, first, second, rest) => {
        const bought = quantities(first + second + rest, 0n, 0n);
        const parts = [first, second, rest].map((each) =>
          returnLimit(price, bought, quantities(each, 0n, 0n)),
        );
        return parts.reduce((sum, each) => sum + each, 0n) <= price;
      }),
    );
  });
});
