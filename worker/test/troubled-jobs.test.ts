import { RaiseAlert } from '@muheng/api/core';
import { jobNames } from '@muheng/contracts/jobs';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AnyHandler, Registry } from '../src/handlers/registry.js';
import { Figures } from '../src/health/figures.js';
import { JobRunner } from '../src/job-runner.js';
import type { MarketQueue } from '../src/queue/market-queue.js';
import { TroubledJobs } from '../src/queue/troubled-jobs.js';
import { type Bench, eventually, openBench } from './support/bench.js';

let bench: Bench;
let queue: MarketQueue;
let troubled: TroubledJobs;
let runs: string[];
beforeEach(async () => {
  bench = await openBench();
  queue = bench.openQueue();
  troubled = new TroubledJobs(bench.source, { deathsMax: 2, failuresMax: 3 });
  runs = [];
});
afterEach(() => bench.close());

/** Every job is fine, but one that the test makes fail. */
const runnerWith = (poison: (id: string) => Promise<void>): JobRunner => {
  const handlers = jobNames.map(
    (job): AnyHandler => ({
      job,
      connect: () => async (context) => {
        runs.push(context.key);
        await poison(context.key);
      },
    }),
  );
  const registry = new Registry({ get: () => undefined } as never, handlers);
  return new JobRunner(registry, troubled, new RaiseAlert(bench.unitOfWork), new Figures(queue, troubled));
};
const probe = (id: string) => ({
  id,
  job: 'listing.open' as const,
  payload: { requestId: 'r', subjectId: id },
});

describe('poison (reliability §3, fault 3)', () => {
  it('quarantines a job that fails again and again, raises one alert, and lets the others flow', async () => {
    const [bad, good] = [uuidv7(), uuidv7()];
    const runner = runnerWith(async (id) => {
      if (id === bad) throw new Error('poison');
      await Promise.resolve();
    });
    await queue.work((job) => runner.process(job), 5);
    await queue.add([probe(bad), probe(good)]);
    await eventually('the bad one is quarantined', async () => (await troubled.quarantined()) === 1, 20_000);
    expect(runs.filter((id) => id === bad)).toHaveLength(3);
    expect(runs).toContain(good);
    await queue.add([probe(bad)]);
    await eventually('it is taken from the queue', async () => !(await queue.isPending(bad)));
    expect(runs.filter((id) => id === bad)).toHaveLength(3);
    const alerts = await bench.rows(`select code, evidence from alert where subject_id = $1`, [bad]);
    expect(alerts).toEqual([{ code: 'JOB_QUARANTINED', evidence: { job: 'listing.open' } }]);
  });

  it('quarantines a job whose worker dies with it', async () => {
    const id = uuidv7();
    const runner = runnerWith(() => Promise.resolve());
    const attempt = (stalledCounter: number) =>
      runner.process({
        id,
        name: 'listing.open',
        data: probe(id).payload,
        stalledCounter,
      });
    await attempt(1);
    // It ended well after one death: the count begins anew.
    expect(await troubled.find(id)).toMatchObject({ deaths: 1 });
    await attempt(2);
    expect(await troubled.find(id)).toMatchObject({ quarantined: true });
    expect(runs).toHaveLength(1);
  });

  it('asks again for a job that used up its attempts', async () => {
    const id = uuidv7();
    await troubled.noteFailure(probe(id), 'once');
    expect(await troubled.again()).toEqual([]);
    await bench.admin.query(`update troubled_job set last_at = clock_timestamp() - interval '1 minute'`);
    expect(await troubled.again()).toEqual([probe(id)]);
  });
});
