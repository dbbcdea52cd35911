import { quantities } from '@muheng/contracts/common/component';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitItems } from './split-items.js';

const item = (lotId: string, area: bigint, paddy = 0n, capacity = 0n) => ({
  lotId,
  quantities: quantities(area, paddy, capacity),
});

describe('items shared by area', () => {
  it('goes lot after lot and takes the other components in proportion', () => {
    const { parts, rest } = splitItems([item('L1', 10n, 10n, 101n), item('L2', 10n, 0n, 50n)], [4n, 9n]);
    expect(parts[0]).toEqual([item('L1', 4n, 4n, 40n)]);
    expect(parts[1]).toEqual([item('L1', 6n, 6n, 61n), item('L2', 3n, 0n, 15n)]);
    expect(rest).toEqual([item('L2', 7n, 0n, 35n)]);
  });
  it('refuses to share what is not there', () => {
    expect(() => splitItems([item('L1', 10n)], [11n])).toThrow(RangeError);
    expect(() => splitItems([item('L1', 0n, 5n)], [0n])).toThrow(RangeError);
  });
  it('loses and makes nothing, whatever is asked', () => {
    const lots = fc.array(fc.tuple(fc.bigInt(1n, 50n), fc.bigInt(0n, 50n), fc.bigInt(0n, 9_999n)), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(lots, fc.array(fc.bigInt(0n, 40n), { maxLength: 5 }), (all, wanted) => {
        const items = all.map(([a, p, c], i) => item(`L${i}`, a, p, c));
        let room = all.reduce((sum, [a]) => sum + a, 0n);
        const areas = wanted.map((each) => {
          const part = each < room ? each : room;
          room -= part;
          return part;
        });
        const { parts, rest } = splitItems(items, areas);
        for (const [i, part] of parts.entries())
          expect(part.reduce((sum, each) => sum + each.quantities.area, 0n)).toBe(areas[i]);
        for (const each of ['area', 'paddy', 'capacity'] as const) {
          const sum = (list: { quantities: (typeof items)[number]['quantities'] }[]): bigint =>
            list.reduce((total, one) => total + one.quantities[each], 0n);
          expect(sum([...parts.flat(), ...rest])).toBe(sum(items));
        }
      }),
    );
  });
});
