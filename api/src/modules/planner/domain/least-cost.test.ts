import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { linearSolver } from '../application/solver/linear-solver.js';
import { planFor } from './aims.js';
import { type Candidate, type CoverProblem, holds, totalOf, type Triple } from './cover.js';
import { leastCost } from './least-cost.js';
import type { SolveLinear } from './linear-program.js';

let solve: SolveLinear;
beforeAll(async () => {
  solve = await linearSolver();
});

const limits = { stop: () => false };
/** 2,000 instances, as the issue asks; ten times as many in the long run. */
const numRuns = process.env['LONG'] === '1' ? 20_000 : 2_000;

const amounts = fc.tuple(fc.nat(9_000), fc.nat(3_000), fc.nat(90_000_000)) as fc.Arbitrary<Triple>;
const candidate: fc.Arbitrary<Candidate> = fc.record({
  amounts,
  price: fc.nat(5_000_000),
  parts: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.integer({ min: 2, max: 4 })),
  seller: fc.nat(3),
  ready: fc.nat(3),
});
const problem: fc.Arbitrary<CoverProblem> = fc
  .record({
    candidates: fc.array(candidate, { minLength: 1, maxLength: 7 }),
    share: fc.integer({ min: 5, max: 80 }),
    room: fc.integer({ min: 0, max: 60 }),
    hasCap: fc.boolean(),
  })
  .map(({ candidates, share, room, hasCap }) => {
    const need = [0, 1, 2].map((k) => {
      const all = candidates.reduce((sum, each) => sum + (each.amounts[k as 0 | 1 | 2] ?? 0), 0);
      return Math.floor((all * share) / 100);
    }) as unknown as Triple;
    const cap = need.map((each) =>
      hasCap ? each + Math.floor((each * room) / 100) : Infinity,
    ) as unknown as Triple;
    return { candidates, need, cap };
  });

/** Every choice there is. */
function* choices(candidates: readonly Candidate[], from = 0): Generator<Map<number, number>> {
  const first = candidates[from];
  if (!first) {
    yield new Map();
    return;
  }
  for (const rest of choices(candidates, from + 1)) {
    yield rest;
    for (let parts = 1; parts <= first.parts; parts += 1) yield new Map([[from, parts], ...rest]);
  }
}

interface Found {
  cost: number;
  sellers: number;
  ready: number;
}

function bruteForce(whole: CoverProblem): Found[] {
  const found: Found[] = [];
  for (const taken of choices(whole.candidates)) {
    const total = totalOf(whole, taken);
    if (!holds(whole, total.amounts)) continue;
    const lots = [...taken.keys()].flatMap((at) => whole.candidates[at] ?? []);
    const sellers = new Set(lots.map((each) => each.seller)).size;
    found.push({ cost: total.cost, sellers, ready: Math.max(0, ...lots.map((each) => each.ready)) });
  }
  return found;
}

const least = (values: readonly number[]): number => Math.min(Infinity, ...values);

test('costs what brute force costs, for each aim, on small random markets', () => {
  fc.assert(
    fc.property(problem, (each) => {
      const all = bruteForce(each);
      const cheapest = least(all.map((one) => one.cost));
      const fewest = least(all.map((one) => one.sellers));
      const earliest = least(all.map((one) => one.ready));
      const wanted = {
        'least-cost': cheapest,
        'fewest-counterparties': least(all.filter((one) => one.sellers === fewest).map((one) => one.cost)),
        soonest: least(all.filter((one) => one.ready === earliest).map((one) => one.cost)),
      };
      for (const [aim, cost] of Object.entries(wanted)) {
        const found = planFor(aim as keyof typeof wanted, each, solve, limits);
        expect(found.proven).toBe(true);
        expect(found.best?.cost ?? Infinity).toBe(cost);
        if (found.best) expect(totalOf(each, found.best.taken).cost).toBe(cost);
      }
    }),
    { numRuns, seed: 7 },
  );
});

test('falls short by the least charge when not all can be covered', () => {
  fc.assert(
    fc.property(problem, (each) => {
      const elastic: CoverProblem = { ...each, shortagePrice: [5_000, 5_000, 1] };
      const all = [...choices(each.candidates)].flatMap((taken) => {
        const total = totalOf(elastic, taken);
        if (!holds(elastic, total.amounts)) return [];
        const short = each.need.reduce((sum, need, k) => {
          const missing = Math.max(0, need - total.amounts[k as 0 | 1 | 2]);
          return sum + missing * (elastic.shortagePrice?.[k as 0 | 1 | 2] ?? 0);
        }, 0);
        return [total.cost + short];
      });
      const found = leastCost(elastic, solve, limits);
      expect(found.best?.cost).toBe(least(all));
      expect(found.proven).toBe(true);
    }),
    { numRuns: numRuns / 8, seed: 7 },
  );
});

/** A market of many lots, a part of them sold by the square metre; drawn by a plain generator from a seed. */
function largeMarket(lots: number, seed: number): CoverProblem {
  let state = seed;
  const draw = (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
  const candidates = Array.from({ length: lots }, (): Candidate => {
    const area = 50_000 + draw(600_000);
    const kgPerMu = 300 + draw(6) * 100;
    const price = Math.floor((area * 15 * (5_000_000 + draw(3_000_000))) / 10_000);
    return {
      amounts: [area, draw(3) === 0 ? draw(area) : 0, area * 15 * kgPerMu],
      price,
      parts: draw(3) === 0 ? area : 1,
      seller: draw(22),
      ready: draw(60),
    };
  });
  return {
    candidates,
    need: [713_000, 125_000, 5_947_500_000],
    cap: [900_000, 200_000, 8_000_000_000],
  };
}

test('comes within 0.1 % of its proven bound on ten thousand lots', () => {
  const until = Date.now() + 20_000;
  const found = leastCost(largeMarket(10_000, 5), solve, { stop: () => Date.now() > until });
  expect(found.best).not.toBeNull();
  const cost = found.best?.cost ?? Infinity;
  expect((cost - found.bound) / cost).toBeLessThanOrEqual(0.001);
});
