import { v5 as uuidv5 } from 'uuid';
import type { JobRequest, MarketJob } from './job-request.js';

/** The name under which several requests go through the queue as one job. */
const bundleName = 'bundle';
/** So many at most: what one worker holds, another must do again when that one dies. */
const bundleMax = 50;

/** Namespace of the ids of bundles. */
const bundleIds = '8f0b7c52-6f5e-5d57-9c1e-3a0c3f1d9b64';

/** A job as the queue keeps it. */
export interface Queued {
  id: string;
  name: string;
  data: object;
}
interface Bundle {
  data: { requests: readonly JobRequest[] };
}

export const alone = ({ id, job, payload }: JobRequest): Queued => ({ id, name: job, data: payload });

/**
 * What comes together goes through the queue together: BullMQ takes some three milliseconds of PostgreSQL for each job,
 * whatever is in it. The id follows from what is inside, so that the same requests put in again are the same job, and
 * others are not lost to it.
 */
export function bundlesOf(requests: readonly JobRequest[]): Queued[] {
  const jobs: Queued[] = [];
  for (let from = 0; from < requests.length; from += bundleMax) {
    const [first, ...others] = requests.slice(from, from + bundleMax);
    if (first) jobs.push(others.length === 0 ? alone(first) : bundle([first, ...others]));
  }
  return jobs;
}

const bundle = (requests: readonly JobRequest[]): Queued & Bundle => ({
  id: uuidv5(requests.map((request) => request.id).join(), bundleIds),
  name: bundleName,
  data: { requests },
});

export const isBundle = (job: MarketJob): job is MarketJob & Bundle => job.name === bundleName;

/**
 * Runs what is in a bundle, all at once. A bundle is tried once: answers what must go on as jobs of their own, each with
 * its own tries and its own count of deaths. That is what failed, or everything where a worker has died with it. If the
 * process dies before those are in the queue, the bundle comes again.
 */
export async function openBundle(
  { data: { requests }, stalledCounter }: MarketJob & Bundle,
  run: (job: MarketJob) => Promise<void>,
): Promise<readonly JobRequest[]> {
  if (stalledCounter > 0) return requests;
  const done = await Promise.allSettled(
    requests.map(({ id, job, payload }) => run({ id, name: job, data: payload, stalledCounter: 0 })),
  );
  return requests.filter((_, i) => done[i]?.status === 'rejected');
}
