import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { quickMillis } from '../../src/modules/planner/application/solver/build-task.js';
import { SolverPool } from '../../src/modules/planner/application/solver/solver-pool.js';
import { type Bench, take } from '../frame/bench.js';
import { median, percentile, round } from '../frame/statistics.js';
import { randomMarket } from './random-market.js';

const nothing = { lots: null, p50Ms: null, p95Ms: null, planned: null, proven: null, loopDelayMs: null };
export const figures = { lots500: nothing, lots10000: nothing };

/** Three plans for a need in the thread beside the event loop, over many drawn markets; and how long the loop stood. */
export async function measure(bench: Bench): Promise<Record<string, unknown>> {
  return {
    lots500: await take(nothing, () => plans(bench, 500, 60)),
    lots10000: await take(nothing, () => plans(bench, 10_000, 7)),
  };
}

async function plans(bench: Bench, lots: number, markets: number) {
  const pool = new SolverPool();
  const times: number[] = [];
  let planned = 0;
  let proven = 0;
  const loop = monitorEventLoopDelay({ resolution: 5 });
  try {
    await pool.solve({ problem: randomMarket(50, 1), relaxed: [], millisPerAim: 100 });
    loop.enable();
    for (let seed = 1; seed <= markets; seed += 1) {
      const problem = randomMarket(lots, seed);
      const from = performance.now();
      const answer = await pool.solve({ problem, relaxed: [], millisPerAim: quickMillis(lots) });
      times.push(performance.now() - from);
      planned += answer.short === null ? 1 : 0;
      proven += answer.plans.some((plan) => plan.aim === 'least-cost' && plan.proven) ? 1 : 0;
    }
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
    loopDelayMs: round(loop.max / 1e6),
  };
}
