import {
  addQuantities,
  components,
  quantities,
  subtractQuantities,
  zeroQuantities,
} from '@muheng/contracts/common/component';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawFrom, lesserOf, overOf, shortComponent, totalOf } from './draw-quota.js';

const triple = fc
  .tuple(fc.bigInt(0n, 900n), fc.bigInt(0n, 900n), fc.bigInt(0n, 900n))
  .map(([area, paddy, capacity]) => quantities(area, paddy, capacity));
const stocks = fc
  .array(triple, { maxLength: 6 })
  .map((each) => each.map((holds, index) => ({ lotId: `L${index}`, holds })));

describe('drawing quota out of lots', () => {
  it('takes area from one lot and capacity from another (domain §5)', () => {
    const lots = [
      { lotId: 'A', holds: quantities(100n, 0n, 0n) },
      { lotId: 'B', holds: quantities(50n, 0n, 900n) },
    ];
    expect(drawFrom(lots, quantities(120n, 0n, 600n))).toEqual({
      draws: [
        { lotId: 'A', quantities: quantities(100n, 0n, 0n) },
        { lotId: 'B', quantities: quantities(20n, 0n, 600n) },
      ],
      missing: zeroQuantities,
    });
  });

  it('never takes more than a lot holds, nor more than is asked, and accounts for every unit', () => {
    fc.assert(
      fc.property(stocks, triple, (lots, asked) => {
        const { draws, missing } = drawFrom(lots, asked);
        expect(addQuantities(totalOf(draws), missing)).toEqual(asked);
        for (const draw of draws) {
          const holds = lots.find((lot) => lot.lotId === draw.lotId)?.holds ?? zeroQuantities;
          expect(shortComponent(holds, draw.quantities)).toBeNull();
        }
        const held = lots.reduce((sum, lot) => addQuantities(sum, lot.holds), zeroQuantities);
        for (const component of components) expect(missing[component]).toBe(overOf(asked, held)[component]);
      }),
    );
  });

  it('splits an amount into what is common and what is over', () => {
    fc.assert(
      fc.property(triple, triple, (left, right) => {
        expect(addQuantities(lesserOf(left, right), overOf(left, right))).toEqual(left);
        expect(subtractQuantities(overOf(left, right), overOf(right, left))).toEqual(
          subtractQuantities(left, right),
        );
      }),
    );
  });
});
