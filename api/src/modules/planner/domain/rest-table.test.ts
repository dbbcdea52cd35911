import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Candidate, type CoverProblem, holds, indices, totalOf, type Triple } from './cover.js';
import { priceLots } from './priced-lots.js';
import { RestTable } from './rest-table.js';

const candidate: fc.Arbitrary<Candidate> = fc.record({
  amounts: fc.tuple(fc.nat(9_000), fc.nat(3_000), fc.nat(90_000_000)) as fc.Arbitrary<Triple>,
  price: fc.nat(5_000_000),
  parts: fc.integer({ min: 1, max: 2 }),
  seller: fc.constant(0),
  ready: fc.constant(0),
});

/** Every cover by brute force: how many parts of each lot. */
function* covers(problem: CoverProblem, taken = new Map<number, number>(), at = 0): Generator<typeof taken> {
  const lot = problem.candidates[at];
  if (!lot) {
    if (holds(problem, totalOf(problem, taken).amounts)) yield taken;
    return;
  }
  for (let parts = 0; parts <= lot.parts; parts += 1)
    yield* covers(problem, parts === 0 ? taken : new Map(taken).set(at, parts), at + 1);
}

test('never says more than what any cover loses, whatever the prices', () => {
  fc.assert(
    fc.property(
      fc.array(candidate, { minLength: 1, maxLength: 5 }),
      fc.tuple(fc.nat(400), fc.nat(400), fc.nat(400)),
      fc.integer({ min: 10, max: 90 }),
      fc.option(fc.nat(30)),
      (candidates, [a, p, c], share, room) => {
        const need = indices.map((k) => {
          const all = candidates.reduce((sum, each) => sum + each.amounts[k], 0);
          return Math.floor((all * share) / 100);
        }) as unknown as Triple;
        const cap = need.map((each) =>
          room === null ? Infinity : Math.floor((each * (100 + room)) / 100),
        ) as unknown as Triple;
        const problem: CoverProblem = { candidates, need, cap };
        const { prices, bound, additions, bargains } = priceLots(problem, [a, p - 200, c / 1e5]);
        const start = totalOf(
          problem,
          new Map(bargains.map((lot) => [lot.index, lot.candidate.parts])),
        ).amounts;
        const least = [...covers(problem)]
          .filter((taken) => bargains.every((lot) => taken.get(lot.index) === lot.candidate.parts))
          .reduce((low, taken) => Math.min(low, totalOf(problem, taken).cost), Infinity);
        for (const component of indices) {
          const row = { component, need: need[component], cap: cap[component], prices, open: Infinity };
          expect(new RestTable(additions, row).leastLoss(0, start)).toBeLessThanOrEqual(least - bound + 100);
        }
      },
    ),
    { numRuns: 300, seed: 7 },
  );
});
