import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedArea, refuseOverAllowance, type Supply } from './allowance.js';

const own = (area: bigint): Supply => ({ area, regime: 'sfq-2025', isBought: false });

describe('the yearly allowance of new occupation (domain §6)', () => {
  it('counts what own quota of the new rules has to cover', () => {
    const old: Supply = { area: 3n, regime: 'sfq-2017', isBought: false };
    const bought: Supply = { area: 4n, regime: 'sfq-2025', isBought: true };
    expect(countedArea(10n, [own(10n)])).toBe(10n);
    expect(countedArea(10n, [old, bought, own(3n)])).toBe(3n);
    expect(countedArea(5n, [old, bought])).toBe(0n);
  });

  it('is met to the square metre and refused by one more', () => {
    const standing = { allowance: 100_000n, used: 60_000n };
    expect(refuseOverAllowance('彭阳县', 2026, standing, 40_000n)).toBeNull();
    expect(refuseOverAllowance('彭阳县', 2026, standing, 40_001n)).toMatchObject({
      refused: 'quota.allowance-exceeded',
      params: { allowance: '10.0000 ha', used: '6.0000 ha', counted: '4.0001 ha', excess: '0.0001 ha' },
    });
  });

  it('lets an approval through that counts nothing, however much is used', () => {
    expect(refuseOverAllowance('彭阳县', 2026, { allowance: 1n, used: 9n }, 0n)).toBeNull();
  });

  it('never counts more than is occupied, nor less than nothing', () => {
    const supply = fc.record<Supply>({
      area: fc.bigInt(0n, 1_000n),
      regime: fc.constantFrom('sfq-2017', 'sfq-2025', 'lsq-2008'),
      isBought: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.bigInt(0n, 1_000n), fc.array(supply), (occupied, supplies) => {
        const counted = countedArea(occupied, supplies);
        return counted >= 0n && counted <= occupied;
      }),
    );
  });
});
