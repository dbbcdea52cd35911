import { quantities } from '@muheng/contracts/common/component';
import { expect, test } from 'vitest';
import { depthOf, isMatch, refuseValidity } from './demand.js';

const land = (area: bigint) => quantities(area, 0n, 0n);

test('an offer matches when it fits, helps and costs no more than the limit', () => {
  // 20 ha = 300 亩 at 50,000.00 a 亩 are 15,000,000.00.
  const wanted = { quantities: land(200_000n), limitPerMu: 5_000_000n };
  expect(isMatch(wanted, { quantities: land(200_000n), price: 1_500_000_000n })).toBe(true);
  expect(isMatch(wanted, { quantities: land(200_000n), price: 1_500_000_001n })).toBe(false);
  expect(isMatch(wanted, { quantities: land(200_001n), price: 1n })).toBe(false);
  expect(isMatch(wanted, { quantities: land(0n), price: 0n })).toBe(false);
  const open = { ...wanted, limitPerMu: null };
  expect(isMatch(open, { quantities: land(200_000n), price: 9_000_000_000n })).toBe(true);
});

test('depth adds up from the dearest limit, and the silent stand last', () => {
  const levels = depthOf([
    { quantities: land(10n), limitPerMu: 5n },
    { quantities: land(20n), limitPerMu: null },
    { quantities: land(30n), limitPerMu: 7n },
    { quantities: land(40n), limitPerMu: 5n },
  ]);
  expect(levels).toEqual([
    { limitPerMu: 7n, needs: 1, area: 30n, cumulative: 30n },
    { limitPerMu: 5n, needs: 2, area: 50n, cumulative: 80n },
    { limitPerMu: null, needs: 1, area: 20n, cumulative: 100n },
  ]);
});

test('a validity lies after today and within a year', () => {
  expect(refuseValidity('2026-03-03', '2026-03-02', '2027-03-02')).toBeNull();
  expect(refuseValidity('2026-03-02', '2026-03-02', '2027-03-02')).toMatchObject({
    refused: 'demand.validity',
  });
  expect(refuseValidity('2027-03-03', '2026-03-02', '2027-03-02')).toMatchObject({ pointer: '/validUntil' });
});
