import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from './apportion.js';

describe('largest remainder', () => {
  it.each([
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [10n, [5n, 5n, 15n, 75n], [1n, 1n, 1n, 7n]],
    [1n, [1n, 2n], [0n, 1n]],
    [0n, [1n, 2n], [0n, 0n]],
    [7n, [0n, 1n], [0n, 7n]],
  ])('%s by %s', (total, weights, parts) => expect(apportion(total, weights)).toEqual(parts));

  it('adds up to the whole, with no part further than a unit from its share', () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), weights, (total, each) => {
        const sum = each.reduce((all, weight) => all + weight, 0n);
        fc.pre(sum > 0n);
        const parts = apportion(total, each);
        expect(parts.reduce((all, part) => all + part, 0n)).toBe(total);
        parts.forEach((part, index) => {
          const off = part * sum - total * (each[index] ?? 0n);
          expect(off < sum && off > -sum).toBe(true);
        });
      }),
    );
  });

  it.each([
    [1n, []],
    [1n, [0n]],
    [-1n, [1n]],
    [1n, [-1n, 2n]],
  ])('refuses %s by %s', (total, weights) => {
    expect(() => apportion(total, weights)).toThrow(RangeError);
  });
});
