import type { Config } from '@muheng/api/core';
import { type JobName, queueName } from '@muheng/contracts/jobs';
import { Logger } from '@nestjs/common';
import { type ConnectionOptions, type Job, Queue, Worker } from 'bullmq';
import type { JobRequest } from './job-request.js';
import { ensureQueueStore, isStoreMissing } from './queue-store.js';

/** A worker that is killed loses its jobs to the others within a lock and a check: ten seconds. */
const lockMs = 5_000;
const stalledCheckMs = 5_000;
/** BullMQ gives a job up after so many deaths; our own count (`troubled-jobs.ts`) decides long before. */
const stalledMax = 100;
const attemptsMax = 5;
const backoffMs = 200;
const healPauseMs = 1_000;

/** Work that takes seconds waits behind work that somebody waits for. Lower runs first; none runs before all. */
const slow = new Set<JobName>(['project-import.run', 'reconciliation.run', 'certificate.render']);
const slowPriority = 10;

export type MarketJob = Job<Record<string, unknown>, void>;
export type Processor = (job: MarketJob) => Promise<void>;

/** The one queue of the market, and this process's share of its work. */
export class MarketQueue {
  private readonly log = new Logger('Queue');
  private readonly queue: Queue;
  private worker: Worker | null = null;
  private healing: Promise<void> | null = null;
  /** Called when the store has been made again: everything that was in it must be derived anew. */
  onEmptied: () => void = () => undefined;

  constructor(
    private readonly config: Config,
    private readonly connection: ConnectionOptions,
  ) {
    this.queue = new Queue(queueName, {
      connection,
      // A finished job leaves no row: its id must be free, for what is still due is asked for again.
      defaultJobOptions: {
        removeOnComplete: true,
        removeOnFail: true,
        attempts: attemptsMax,
        backoff: { type: 'exponential', delay: backoffMs },
      },
    });
    this.queue.on('error', (error) => this.heal(error));
  }

  /** Connects. Once connected, the queue survives the loss of its tables; before, it does not. */
  async ready(): Promise<void> {
    await this.queue.waitUntilReady();
  }

  async add(requests: readonly JobRequest[]): Promise<void> {
    if (requests.length === 0) return;
    try {
      await this.queue.addBulk(
        requests.map(({ id, job, payload }) => ({
          name: job,
          data: payload,
          opts: { jobId: id, ...(slow.has(job) ? { priority: slowPriority } : {}) },
        })),
      );
    } catch (error) {
      this.heal(error);
      throw error;
    }
  }

  async isPending(id: string): Promise<boolean> {
    return (await this.queue.getJobState(id)) !== 'unknown';
  }

  async counts(): Promise<Record<string, number>> {
    return this.queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized');
  }

  async work(processor: Processor, concurrency: number): Promise<void> {
    const worker = new Worker<Record<string, unknown>, void>(queueName, processor, {
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
    this.worker = worker;
    await worker.waitUntilReady();
  }

  get running(): boolean {
    return this.worker?.isRunning() ?? false;
  }

  /** Finishes the jobs in hand; takes no more. Workers close before queues. */
  async close(): Promise<void> {
    await this.worker?.close();
    await this.queue.close();
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
