import { beforeAll, expect, test } from 'vitest';
import { randomRegion } from '../../../../bench/plans/random-region.js';
import { linearSolver } from '../application/solver/linear-solver.js';
import { type ClearingMarket, clearingProgram, flowsOf, readClearing } from './clearing.js';
import type { SolveLinear } from './linear-program.js';

let solve: SolveLinear;
beforeAll(async () => {
  solve = await linearSolver();
});

const clear = (market: ClearingMarket) => readClearing(market, solve(clearingProgram(market)));

test('sells the cheaper first, to whom it is worth most, and never beyond a county’s surplus', () => {
  const market: ClearingMarket = {
    supplies: [
      { county: '640425', amounts: [100, 0, 0], ask: 500, isLimited: true },
      { county: '640121', amounts: [100, 0, 0], ask: 700, isLimited: true },
    ],
    demands: [
      { party: 'A', region: '640106', amounts: [90, 0, 0], worth: [10, 0, 0] },
      { party: 'B', region: '640400', amounts: [90, 0, 0], worth: [6, 0, 0] },
    ],
    surplus: new Map([
      ['640425', [60, 0, 0]],
      ['640121', [100, 0, 0]],
    ]),
  };
  const result = clear(market);
  // 60 at 5 and 30 at 7 for A at 10; B pays 6, less than the 7 that the rest asks.
  expect(result.sold.get('640425')).toEqual([60, 0, 0]);
  expect(result.sold.get('640121')).toEqual([30, 0, 0]);
  expect(result.bought.get('A')).toEqual([90, 0, 0]);
  expect(result.welfare).toBe(60 * 5 + 30 * 3);
  expect(result.prices[0]).toBeCloseTo(7);
  expect(result.shadow.get('640425')).toBeCloseTo(2);
  expect(result.shadow.get('640121')).toBeCloseTo(0);
  expect(flowsOf(result.sold, result.bought, () => '640106')).toEqual([
    { from: '640121', to: 'A', area: 30 },
    { from: '640425', to: 'A', area: 60 },
  ]);
});

test('clears a region of 22 counties, 2,000 lots and 500 needs', () => {
  const market = randomRegion(11);
  const { supplies, surplus } = market;
  const result = clear(market);
  expect(result.welfare).toBeGreaterThan(0);
  for (const [code, most] of surplus) expect(result.sold.get(code)?.[0] ?? 0).toBeLessThanOrEqual(most[0]);
  const total = (of: ReadonlyMap<string, readonly number[]>): number =>
    [...of.values()].reduce((sum, each) => sum + (each[0] ?? 0), 0);
  expect(total(result.bought)).toBeLessThanOrEqual(total(result.sold) + supplies.length);
});

test('reads shares that the solver’s tolerance left below nothing or above the whole as none and all', () => {
  const market: ClearingMarket = {
    supplies: [{ county: '640425', amounts: [10_000_000, 0, 60_000_000_000], ask: 500, isLimited: true }],
    demands: [{ party: 'A', region: '640106', amounts: [9_000_000, 0, 50_000_000_000], worth: [1, 0, 1] }],
    surplus: new Map([['640425', [10_000_000, 0, 60_000_000_000]]]),
  };
  const read = (share: number) =>
    readClearing(market, { status: 'optimal', shares: [share, share, share], prices: [0, 0, 0, 0, 0, 0] });
  for (const of of [read(-1e-9).sold.get('640425'), read(-1e-9).bought.get('A')])
    expect(of).toEqual([0, 0, 0]);
  expect(read(1 + 1e-9).sold.get('640425')).toEqual([10_000_000, 0, 60_000_000_000]);
  expect(read(1 + 1e-9).bought.get('A')).toEqual([9_000_000, 0, 50_000_000_000]);
});
