import type { Config } from '@muheng/api/core';
import { type JobName, queueNames } from '@muheng/contracts/jobs';
import { Logger } from '@nestjs/common';
import { type ConnectionOptions, Queue, Worker } from 'bullmq';
import pLimit from 'p-limit';
import { alone, bundlesOf, isBundle, openBundle, type Queued } from './bundle.js';
import type { JobRequest, MarketJob } from './job-request.js';
import { Lull } from './lull.js';
import { ensureQueueStore, isStoreMissing } from './queue-store.js';

/** A worker that is killed loses its jobs to the others within a lock and a check: ten seconds. */
const lockMs = 5_000;
const stalledCheckMs = 5_000;
/** BullMQ gives a job up after so many deaths; our own count (`troubled-jobs.ts`) decides long before. */
const stalledMax = 100;
const attemptsMax = 5;
const backoffMs = 200;
const healPauseMs = 1_000;
/** On PostgreSQL a bulk makes two tables of its own for each call: few jobs are added faster one by one. */
const bulkFrom = 40;

/**
 * Work that takes long stands in queues of its own and waits for a lull of the work that somebody waits for, though not
 * for ever: a breach of county-first must be seen soon, paper is patient.
 */
const slowLines: readonly { queue: string; jobs: ReadonlySet<string>; atOnce: number; patienceMs: number }[] =
  [
    {
      queue: queueNames.slow,
      // A recomputation holds the county's row, for which every settlement of the county would wait.
      jobs: named('county-first.recompute', 'project-import.run', 'reconciliation.run'),
      atOnce: 4,
      patienceMs: 2_000,
    },
    {
      queue: queueNames.paper,
      jobs: named('certificate.render', 'month-report.make', 'trade.papers'),
      atOnce: 2,
      patienceMs: 15_000,
    },
  ];
const queueOf = (job: string): string =>
  slowLines.find(({ jobs }) => jobs.has(job))?.queue ?? queueNames.prompt;

function named(...jobs: JobName[]): ReadonlySet<string> {
  return new Set(jobs);
}

export type Processor = (job: MarketJob) => Promise<void>;

/** The queues of the market, one for what is waited for and those for what takes long, and this process's share of them. */
export class MarketQueue {
  private readonly log = new Logger('Queue');
  private readonly queues: ReadonlyMap<string, Queue>;
  private readonly lull = new Lull();
  private workers: Worker[] = [];
  private healing: Promise<void> | null = null;
  /** Called when the store has been made again: everything that was in it must be derived anew. */
  onEmptied: () => void = () => undefined;

  constructor(
    private readonly config: Config,
    private readonly connection: ConnectionOptions,
  ) {
    this.queues = new Map(Object.values(queueNames).map((name) => [name, this.open(name)]));
  }

  private get all(): Queue[] {
    return [...this.queues.values()];
  }

  private open(name: string): Queue {
    const queue = new Queue(name, {
      connection: this.connection,
      // A finished job leaves no row: its id must be free, for what is still due is asked for again.
      defaultJobOptions: {
        removeOnComplete: true,
        removeOnFail: true,
        attempts: attemptsMax,
        backoff: { type: 'exponential', delay: backoffMs },
      },
    });
    queue.on('error', (error) => this.heal(error));
    return queue;
  }

  /** Connects. Once connected, the queue survives the loss of its tables; before, it does not. */
  async ready(): Promise<void> {
    await Promise.all(this.all.map((queue) => queue.waitUntilReady()));
  }

  async add(requests: readonly JobRequest[]): Promise<void> {
    await this.put(requests, (prompt) => prompt.map(alone));
  }

  /** As `add`, with what is waited for in bundles: for requests that nobody looks for by their own ids. */
  async addTogether(requests: readonly JobRequest[]): Promise<void> {
    await this.put(requests, bundlesOf);
  }

  private async put(
    requests: readonly JobRequest[],
    wrap: (prompt: readonly JobRequest[]) => Queued[],
  ): Promise<void> {
    try {
      for (const [name, queue] of this.queues) {
        const own = requests.filter(({ job }) => queueOf(job) === name);
        await addTo(queue, name === queueNames.prompt ? wrap(own) : own.map(alone));
      }
    } catch (error) {
      this.heal(error);
      throw error;
    }
  }

  /** How much that somebody waits for is under way in this process. */
  get busy(): number {
    return this.lull.busy;
  }

  async isPending(id: string): Promise<boolean> {
    const states = await Promise.all(this.all.map((queue) => queue.getJobState(id)));
    return states.some((state) => state !== 'unknown');
  }

  async counts(): Promise<Record<string, number>> {
    const states = ['waiting', 'active', 'delayed', 'prioritized'] as const;
    const counts = await Promise.all(this.all.map((queue) => queue.getJobCounts(...states)));
    return Object.fromEntries(
      states.map((state) => [state, counts.reduce((sum, of) => sum + (of[state] ?? 0), 0)]),
    );
  }

  async work(processor: Processor, concurrency: number): Promise<void> {
    // Bundles hold many: no more are under way at once than jobs would be, whatever the provider and the pool can bear.
    const limit = pLimit(concurrency);
    const prompt = (job: MarketJob) => limit(() => this.lull.during(() => processor(job)));
    this.workers = [
      this.hire(
        queueNames.prompt,
        async (job) => (isBundle(job) ? this.add(await openBundle(job, prompt)) : prompt(job)),
        concurrency,
      ),
      ...slowLines.map(({ queue, atOnce, patienceMs }) =>
        this.hire(queue, (job) => this.lull.before(patienceMs, () => processor(job)), atOnce),
      ),
    ];
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
  }

  private hire(name: string, processor: Processor, concurrency: number): Worker {
    const worker = new Worker<Record<string, unknown>, void>(name, processor, {
      connection: this.connection,
      concurrency,
      lockDuration: lockMs,
      stalledInterval: stalledCheckMs,
      maxStalledCount: stalledMax,
      runRetryDelay: healPauseMs,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    });
    // Without a listener an error of the connection would end the process.
    worker.on('error', (error) => this.heal(error));
    return worker;
  }

  get running(): boolean {
    return this.workers.length > 0 && this.workers.every((worker) => worker.isRunning());
  }

  /** Finishes the jobs in hand; takes no more. Workers close before queues. */
  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all(this.all.map((queue) => queue.close()));
  }

  private heal(error: unknown): void {
    if (!isStoreMissing(error)) {
      this.log.warn(`The queue reports: ${String(error)}`);
      return;
    }
    this.healing ??= this.makeStore().finally(() => {
      this.healing = null;
    });
  }

  private async makeStore(): Promise<void> {
    this.log.warn('The queue store is gone; it is made again, and what is due is derived from the market.');
    try {
      await ensureQueueStore(this.config);
      this.onEmptied();
    } catch (error) {
      this.log.error(`The queue store could not be made: ${String(error)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, healPauseMs));
  }
}

/** Each job is a job once, by its id, so that a call cut off half way is made again without harm. */
async function addTo(queue: Queue, jobs: readonly Queued[]): Promise<void> {
  if (jobs.length < bulkFrom) {
    await Promise.all(jobs.map(({ id, name, data }) => queue.add(name, data, { jobId: id })));
    return;
  }
  await queue.addBulk(jobs.map(({ id, name, data }) => ({ name, data, opts: { jobId: id } })));
}
