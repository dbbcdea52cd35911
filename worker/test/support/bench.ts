import { DataSource, readConfig, UnitOfWork } from '@muheng/api/core';
import pg from 'pg';
import { createDataSource } from '../../../api/src/kernel/database/data-source.js';
import { createTestDatabase } from '../../../api/test/support/database.js';
import type { MarketJob } from '../../src/queue/job-request.js';
import { MarketQueue } from '../../src/queue/market-queue.js';
import { DueWork } from '../../src/schedules/due-work.js';
import { chooseQueueStore, ensureQueueStore } from '../../src/queue/queue-store.js';

export interface Bench {
  source: DataSource;
  unitOfWork: UnitOfWork;
  /** Superuser, for planting and looking. */
  admin: pg.Client;
  /** Another process's view of the one queue. */
  openQueue(): MarketQueue;
  /** As many as there are sweepers; each closes its own. */
  dueWork(): DueWork;
  /** Stops something before the connections close, also when its test has failed. */
  stopping<T extends { stop(): Promise<void> }>(part: T): T;
  rows(sql: string, params?: unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** A database of its own, the queue's store in it, and connections as the worker has them. */
export async function openBench(): Promise<Bench> {
  const database = await createTestDatabase();
  const config = readConfig({ DATABASE_URL: database.urls.worker, MUHENG_MODE: 'demo' });
  const source = await createDataSource(database.urls.worker, 'muheng_worker', 8).initialize();
  const admin = new pg.Client({ connectionString: database.urls.superuser });
  await admin.connect();
  await ensureQueueStore(config);
  const queues: MarketQueue[] = [];
  const parts: { stop(): Promise<void> }[] = [];
  return {
    source,
    unitOfWork: new UnitOfWork(source),
    admin,
    openQueue: () => {
      const queue = new MarketQueue(config, chooseQueueStore(config));
      queues.push(queue);
      return queue;
    },
    dueWork: () => new DueWork(config),
    rows: async (sql, params = []) => (await admin.query<Record<string, unknown>>(sql, params)).rows,
    stopping: (part) => {
      parts.push(part);
      return part;
    },
    close: async () => {
      await Promise.all(parts.map((part) => part.stop()));
      await Promise.all(queues.map((queue) => queue.close()));
      await source.destroy();
      await admin.end();
      await database.drop();
    },
  };
}

/** Waits until `holds`, at most so long; fails with what was waited for. */
export async function eventually(
  what: string,
  holds: () => Promise<boolean> | boolean,
  ms = 40_000,
): Promise<void> {
  const deadline = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`not in ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Collects the jobs that a queue hands out. */
export const collector = () => {
  const jobs: { id: string; name: string; data: Record<string, unknown> }[] = [];
  const take = async (job: MarketJob): Promise<void> => {
    jobs.push({ id: String(job.id), name: job.name, data: job.data });
    await Promise.resolve();
  };
  return { jobs, take };
};
