import {
  addQuantities,
  components,
  type Quantities,
  quantities,
  zeroQuantities,
} from '@muheng/contracts/common/component';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allotCover, type Arrival, inOrder, type OpenNeed } from './allot-cover.js';

const area = (value: bigint): Quantities => quantities(value, 0n, 0n);
const day = (n: number): Date => new Date(Date.UTC(2026, 0, n));
const need = (id: string, lacks: bigint, wantedBy: string | null = null, registered = 1): OpenNeed => ({
  id,
  lacks: area(lacks),
  wantedBy,
  registeredAt: day(registered),
});
const areas = (needs: OpenNeed[], own: bigint, arrivals: [string | null, bigint][]) =>
  [
    ...allotCover(
      needs,
      area(own),
      arrivals.map(([needId, size]) => ({ needId, quantities: area(size) })),
    ),
  ].map(([id, { own: ofBank, coming }]) => [id, ofBank.area, coming.area]);

describe('what covers a need (domain §8)', () => {
  it('covers once: what the first need takes is not there for the second', () => {
    expect(areas([need('A', 60n), need('B', 35n, null, 2)], 0n, [[null, 30n]])).toEqual([
      ['A', 0n, 30n],
      ['B', 0n, 0n],
    ]);
  });

  it('gives what was bought for a need to that need, and what is too much of it to the others', () => {
    expect(areas([need('A', 60n), need('B', 35n, null, 2)], 10n, [['B', 40n]])).toEqual([
      ['A', 10n, 5n],
      ['B', 0n, 35n],
    ]);
  });

  it('serves what is wanted at once, then the earlier day, then who registered first', () => {
    const late = need('L', 10n, '2026-12-31', 1);
    const soon = need('S', 10n, '2026-05-01', 9);
    const now = [need('N2', 10n, null, 3), need('N1', 10n, null, 2)];
    expect(areas([late, soon, ...now], 25n, [[null, 10n]])).toEqual([
      ['N1', 10n, 0n],
      ['N2', 10n, 0n],
      ['S', 5n, 5n],
      ['L', 0n, 5n],
    ]);
  });

  it('knows no other party’s need: what came for one that is not open is for whoever is first', () => {
    expect(areas([need('A', 5n)], 0n, [['gone', 9n]])).toEqual([['A', 0n, 5n]]);
  });
});

const amount = fc.bigInt({ min: 0n, max: 40n });
const triple = fc.tuple(amount, amount, amount).map(([a, b, c]) => quantities(a, b, c));
const ids = fc.constantFrom('A', 'B', 'C', 'D');
const needsOf = fc.uniqueArray(
  fc.record({
    id: ids,
    lacks: triple,
    wantedBy: fc.constantFrom(null, '2026-03-01', '2026-09-01'),
    registeredAt: fc.integer({ min: 1, max: 5 }).map(day),
  }),
  { selector: (each) => each.id, maxLength: 4 },
);
const arrivalsOf = fc.array(fc.record({ needId: fc.option(ids), quantities: triple }), { maxLength: 5 });
const sumOf = (all: readonly Quantities[]): Quantities => all.reduce(addQuantities, zeroQuantities);

describe('whatever is there and whatever is needed', () => {
  it('gives no more than there is, to nobody more than it lacks, and leaves nothing that would help', () => {
    fc.assert(
      fc.property(needsOf, triple, arrivalsOf, (needs, own, arrivals: Arrival[]) => {
        const covered = allotCover(needs, own, arrivals);
        const all = [...covered.values()];
        const [given, come] = [sumOf(all.map((each) => each.own)), sumOf(all.map((each) => each.coming))];
        const stock = sumOf(arrivals.map((each) => each.quantities));
        const lacking = sumOf(needs.map((each) => each.lacks));
        for (const k of components) {
          expect(given[k] <= own[k]).toBe(true);
          expect(come[k] <= stock[k]).toBe(true);
          const there = own[k] + stock[k];
          expect(given[k] + come[k]).toBe(there < lacking[k] ? there : lacking[k]);
          for (const each of needs) {
            const got = covered.get(each.id);
            expect((got?.own[k] ?? 0n) + (got?.coming[k] ?? 0n) <= each.lacks[k]).toBe(true);
          }
        }
        expect([...covered.keys()]).toEqual(needs.toSorted(inOrder).map(({ id }) => id));
        expect(allotCover(needs.toReversed(), own, arrivals)).toEqual(covered);
      }),
      { numRuns: 300 },
    );
  });
});
