import { randomUUID } from 'node:crypto';
import { RaiseAlert } from '@muheng/api/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TroubledJobs } from '../src/queue/troubled-jobs.js';
import { Sweeper } from '../src/schedules/sweeper.js';
import { type Bench, collector, eventually, openBench } from './support/bench.js';

/** Far less than the half minute between two sweeps. */
const lateMs = 5_000;

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

/** An alert whose time to decide ends so many ms from now: the plainest thing that falls due. */
async function alertDueIn(ms: number): Promise<string> {
  const [row] = await bench.rows(
    `insert into alert (id, code, subject_type, subject_id, region_code, severity, evidence, raised_at, due_at)
     values ($1, 'COUNTY_FIRST_BREACH', 'listing', $2, '640425', 'high', '{}', clock_timestamp(),
       clock_timestamp() + make_interval(secs => $3::float8 / 1000)) returning id`,
    [randomUUID(), randomUUID(), ms],
  );
  return String(row?.['id']);
}
const newSweeper = (queue = bench.openQueue()) =>
  new Sweeper(bench.dueWork(), queue, new TroubledJobs(bench.source), new RaiseAlert(bench.unitOfWork));
const sweeperOn = (queue = bench.openQueue()) => bench.stopping(newSweeper(queue));

describe('the sweeper (architecture §7)', () => {
  it('derives what is due once, however many workers sweep', async () => {
    const id = await alertDueIn(-1_000);
    const queue = bench.openQueue();
    const sweepers = [newSweeper(), newSweeper(), newSweeper()];
    for (const sweeper of sweepers) sweeper.start();
    for (const sweeper of sweepers) sweeper.poke();
    // Nobody works yet: the alert stays due until all have seen it. Who stops ends the sweep in hand first.
    await Promise.all(sweepers.map((sweeper) => sweeper.stop()));
    expect((await queue.counts())['waiting']).toBe(1);
    const { jobs, take } = collector();
    await queue.work(take, 5);
    await eventually('the job is done', () => jobs.length > 0);
    expect(jobs.map((job) => [job.name, job.data['subjectId']])).toEqual([['alert.lapse', id]]);
  });

  it('acts at the instant at which something falls due, not at the next sweep', async () => {
    const { jobs, take } = collector();
    const queue = bench.openQueue();
    await queue.work(take, 5);
    const sweeper = sweeperOn(queue);
    sweeper.start();
    await eventually('the first sweep is over', async () => ((await queue.counts())['waiting'] ?? 0) === 0);
    // A busy machine may be late; a timer that waits for the half minute is later.
    let best = Number.POSITIVE_INFINITY;
    for (let round = 1; round <= 5 && best >= lateMs; round += 1) {
      await alertDueIn(700);
      const dueAt = performance.now() + 700;
      sweeper.rearm();
      await eventually('the job is done', () => jobs.length >= round);
      best = Math.min(best, performance.now() - dueAt);
      await bench.admin.query('update alert set decided_at = clock_timestamp()');
    }
    expect(best).toBeGreaterThan(-20);
    expect(best).toBeLessThan(lateMs);
  });

  it('derives everything again when the queue has been wiped', async () => {
    const ids = [await alertDueIn(-3_000), await alertDueIn(-2_000), await alertDueIn(-1_000)];
    const sweeper = sweeperOn();
    sweeper.start();
    const queue = bench.openQueue();
    await eventually('three jobs wait', async () => ((await queue.counts())['waiting'] ?? 0) === 3);
    await bench.admin.query('drop schema jobs cascade');
    sweeper.poke();
    await eventually('the store is there again', async () => {
      sweeper.poke();
      return (await bench.rows(`select to_regclass('jobs.job') is not null as there`))[0]?.['there'] === true;
    });
    const { jobs, take } = collector();
    await bench.openQueue().work(take, 5);
    await eventually('three jobs are done', () => {
      sweeper.poke();
      return new Set(jobs.map((job) => job.data['subjectId'])).size === 3;
    });
    expect(new Set(jobs.map((job) => job.data['subjectId']))).toEqual(new Set(ids));
  });
});
