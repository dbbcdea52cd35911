import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { bundlesOf, isBundle, openBundle } from './bundle.js';
import type { JobRequest, MarketJob } from './job-request.js';

const requests = (n: number): JobRequest[] =>
  Array.from({ length: n }, () => {
    const id = uuidv7();
    return { id, job: 'trade.advance', payload: { requestId: 'r', subjectId: id } };
  });

/** The one job of these, as a worker takes it up. */
function taken(inside: readonly JobRequest[], stalledCounter = 0) {
  const job = { ...bundlesOf(inside)[0], stalledCounter } as MarketJob;
  if (!isBundle(job)) throw new Error('it is no bundle');
  return job;
}

describe('a bundle of jobs', () => {
  it('holds every request once, in order, fifty at most', () => {
    const all = requests(120);
    const bundles = bundlesOf(all).map(({ data }) => (data as { requests: JobRequest[] }).requests);
    expect(bundles.map((inside) => inside.length)).toEqual([50, 50, 20]);
    expect(bundles.flat()).toEqual(all);
    expect(bundlesOf([])).toEqual([]);
  });

  it('is the request itself where there is only one', () => {
    const [only] = requests(1) as [JobRequest];
    expect(bundlesOf([only])).toEqual([{ id: only.id, name: only.job, data: only.payload }]);
  });

  it('is the same job when the same requests are put in again, and another with any other', () => {
    const [first, second, third] = requests(3) as [JobRequest, JobRequest, JobRequest];
    const idOf = (inside: JobRequest[]) => taken(inside).id;
    expect(idOf([first, second])).toBe(idOf([first, second]));
    expect(idOf([first, second, third])).not.toBe(idOf([first, second]));
  });

  it('runs each request under its own id, and answers those that failed', async () => {
    const all = requests(5);
    const ran: MarketJob[] = [];
    const rest = await openBundle(taken(all), async (job) => {
      ran.push(job);
      if (job.id === all[1]?.id || job.id === all[4]?.id) throw new Error('not now');
    });
    expect(ran.map(({ id, name, data }) => ({ id, job: name, payload: data }))).toEqual(all);
    expect(rest).toEqual([all[1], all[4]]);
  });

  it('runs nothing when a worker has died with it: each goes on alone, so that the deadly one is found', async () => {
    const all = requests(3);
    const rest = await openBundle(taken(all, 1), () => {
      throw new Error('it was run');
    });
    expect(rest).toEqual(all);
  });
});
