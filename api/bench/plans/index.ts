import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { quickMillis } from '../../src/modules/planner/application/solver/build-task.js';
import { SolverPool } from '../../src/modules/planner/application/solver/solver-pool.js';
import type { SolvedAim } from '../../src/modules/planner/application/solver/solver-task.js';
import { clearingProgram, readClearing } from '../../src/modules/planner/domain/clearing.js';
import { type CoverProblem, totalOf } from '../../src/modules/planner/domain/cover.js';
import { type Bench, take } from '../frame/bench.js';
import { median, percentile, round } from '../frame/statistics.js';
import { randomMarket } from './random-market.js';
import { randomRegion } from './random-region.js';

const nothing = {
  lots: null,
  p50Ms: null,
  p95Ms: null,
  planned: null,
  proven: null,
  worstGapPct: null,
  cancelMs: null,
  loopDelayMs: null,
};
const noClearing = { p50Ms: null, worstMs: null };
export const figures = { lots500: nothing, lots10000: nothing, clearing: noClearing };

/** Three plans for a need in the thread beside the event loop, over many drawn markets; and how long the loop stood. */
export async function measure(bench: Bench): Promise<Record<string, unknown>> {
  return {
    lots500: await take(nothing, () => plans(bench, 500, 60)),
    lots10000: await take(nothing, () => plans(bench, 10_000, 12)),
    clearing: await take(noClearing, () => clearing(bench)),
  };
}

/** The whole region on paper: 22 counties, 2,000 lots, 500 needs. */
async function clearing(bench: Bench) {
  const pool = new SolverPool();
  const times: number[] = [];
  try {
    await pool.linear(clearingProgram(randomRegion(1)));
    for (let seed = 2; seed <= 8; seed += 1) {
      const market = randomRegion(seed);
      const from = performance.now();
      readClearing(market, await pool.linear(clearingProgram(market)));
      times.push(performance.now() - from);
    }
  } finally {
    await pool.onModuleDestroy();
  }
  const worstMs = round(Math.max(...times));
  bench.say(`clearing of a region: at most ${worstMs} ms`);
  return { p50Ms: round(median(times)), worstMs };
}

/** How long it takes from the wish to stop to the answer that it has stopped. */
async function cancelling(pool: SolverPool, lots: number): Promise<number> {
  const stop = new AbortController();
  const task = { problem: randomMarket(lots, 2), relaxed: [], millis: 60_000 };
  const answer = pool.solve(task, () => undefined, stop.signal);
  await sleep(150);
  const from = performance.now();
  stop.abort();
  await answer;
  return performance.now() - from;
}

async function plans(bench: Bench, lots: number, markets: number) {
  const pool = new SolverPool();
  const times: number[] = [];
  let planned = 0;
  let proven = 0;
  let worstGap = 0;
  let cancelMs = 0;
  const loop = monitorEventLoopDelay({ resolution: 5 });
  try {
    await pool.solve({ problem: randomMarket(50, 1), relaxed: [], millis: 100 });
    loop.enable();
    for (let seed = 1; seed <= markets; seed += 1) {
      const problem = randomMarket(lots, seed);
      const from = performance.now();
      const answer = await pool.solve({ problem, relaxed: [], millis: quickMillis(lots) });
      times.push(performance.now() - from);
      planned += answer.short === null ? 1 : 0;
      const least = answer.plans.find((plan) => plan.aim === 'least-cost');
      proven += least?.proven ? 1 : 0;
      worstGap = Math.max(worstGap, gapOf(problem, least));
    }
    cancelMs = await cancelling(pool, lots);
  } finally {
    loop.disable();
    await pool.onModuleDestroy();
  }
  const p95Ms = round(percentile(times, 95));
  bench.say(`${lots} lots: p95 ${p95Ms} ms, ${planned} of ${markets} covered, ${proven} proven least`);
  return {
    lots,
    p50Ms: round(median(times)),
    p95Ms,
    planned: round(planned / markets, 2),
    proven: round(proven / markets, 2),
    worstGapPct: round(worstGap * 100, 3),
    cancelMs: round(cancelMs),
    loopDelayMs: round(loop.max / 1e6),
  };
}

/** How much of its cost a plan may have too much, by its own bound. */
function gapOf(problem: CoverProblem, plan: SolvedAim | undefined): number {
  if (!plan || plan.proven || plan.bound === null) return 0;
  const { cost } = totalOf(problem, new Map(plan.taken));
  return (cost - plan.bound) / cost;
}
