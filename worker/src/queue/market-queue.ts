import type { Config } from '@muheng/api/core';
import { type JobName, queueName, slowQueueName } from '@muheng/contracts/jobs';
import { Logger } from '@nestjs/common';
import { type ConnectionOptions, type Job, Queue, Worker } from 'bullmq';
import type { JobRequest } from './job-request.js';
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

/** Work that takes long stands in a queue of its own and waits for a lull of the work that somebody waits for. */
const slow = new Set<JobName>([
  'certificate.render',
  // It holds the county's row, for which every settlement of the county would wait.
  'county-first.recompute',
  'project-import.run',
  'reconciliation.run',
  'trade.papers',
]);
const slowAtOnce = 4;

export type MarketJob = Job<Record<string, unknown>, void>;
export type Processor = (job: MarketJob) => Promise<void>;

/** The queues of the market, one for what is waited for and one for what takes long, and this process's share of both. */
export class MarketQueue {
  private readonly log = new Logger('Queue');
  private readonly queue: Queue;
  private readonly slowQueue: Queue;
  private readonly lull = new Lull();
  private workers: Worker[] = [];
  private healing: Promise<void> | null = null;
  /** Called when the store has been made again: everything that was in it must be derived anew. */
  onEmptied: () => void = () => undefined;

  constructor(
    private readonly config: Config,
    private readonly connection: ConnectionOptions,
  ) {
    this.queue = this.open(queueName);
    this.slowQueue = this.open(slowQueueName);
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
    await Promise.all([this.queue.waitUntilReady(), this.slowQueue.waitUntilReady()]);
  }

  async add(requests: readonly JobRequest[]): Promise<void> {
    const bulk = requests.map(({ id, job, payload }) => ({ name: job, data: payload, opts: { jobId: id } }));
    const long = bulk.filter(({ name }) => slow.has(name));
    const short = bulk.filter(({ name }) => !slow.has(name));
    try {
      if (short.length > 0) await this.queue.addBulk(short);
      if (long.length > 0) await this.slowQueue.addBulk(long);
    } catch (error) {
      this.heal(error);
      throw error;
    }
  }

  async isPending(id: string): Promise<boolean> {
    const states = await Promise.all([this.queue.getJobState(id), this.slowQueue.getJobState(id)]);
    return states.some((state) => state !== 'unknown');
  }

  async counts(): Promise<Record<string, number>> {
    const states = ['waiting', 'active', 'delayed', 'prioritized'] as const;
    const [short, long] = await Promise.all([
      this.queue.getJobCounts(...states),
      this.slowQueue.getJobCounts(...states),
    ]);
    return Object.fromEntries(states.map((state) => [state, (short[state] ?? 0) + (long[state] ?? 0)]));
  }

  async work(processor: Processor, concurrency: number): Promise<void> {
    this.workers = [
      this.hire(queueName, (job) => this.lull.during(() => processor(job)), concurrency),
      this.hire(slowQueueName, (job) => this.lull.before(() => processor(job)), slowAtOnce),
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
    await Promise.all([this.queue.close(), this.slowQueue.close()]);
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
