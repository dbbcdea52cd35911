import { queueNames } from '@muheng/contracts/jobs';
import type pg from 'pg';

/** How many jobs of the worker's queue wait or run. The queue is where the worker's own REDIS_URL puts it. */
export interface OpenJobs {
  count(): Promise<number>;
  close(): Promise<void>;
}

/** The queue beside the market in PostgreSQL, or in Redis. */
export async function openJobs(client: pg.Client, redisUrl: string | undefined): Promise<OpenJobs> {
  return redisUrl ? inRedis(redisUrl) : inPostgres(client);
}

function inPostgres(client: pg.Client): OpenJobs {
  return {
    count: async () => {
      const { rows } = await client.query<{ n: number }>({
        name: 'open-jobs',
        text: `select count(*)::int as n from jobs.job where state in ('waiting', 'active')`,
      });
      return rows[0]?.n ?? 0;
    },
    close: () => Promise.resolve(),
  };
}

async function inRedis(url: string): Promise<OpenJobs> {
  const { Queue } = await import('bullmq');
  const queues = Object.values(queueNames).map((name) => new Queue(name, { connection: { url } }));
  for (const queue of queues) queue.on('error', () => undefined);
  await Promise.all(queues.map((queue) => queue.waitUntilReady()));
  return {
    count: async () => {
      const each = await Promise.all(
        queues.map((queue) => queue.getJobCountByTypes('waiting', 'active', 'prioritized')),
      );
      return each.reduce((sum, n) => sum + n, 0);
    },
    close: async () => {
      await Promise.all(queues.map((queue) => queue.close()));
    },
  };
}
