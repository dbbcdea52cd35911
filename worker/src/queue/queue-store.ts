import { connectionOptions, type Config } from '@muheng/api/core';
import {
  createPostgresBackend,
  type ConnectionOptions,
  runMigrations,
  setDefaultBackendFactory,
} from 'bullmq';
import pg from 'pg';

const schema = 'jobs';
const poolMax = 4;

/**
 * Where the queue lives: Redis when REDIS_URL names one, else PostgreSQL beside the market. The backend is one for
 * the whole process, so this is called once, before any queue is made. Answers the connection of every queue.
 */
export function chooseQueueStore(config: Config): ConnectionOptions {
  if (config.REDIS_URL) return redisConnection(config.REDIS_URL);
  setDefaultBackendFactory(createPostgresBackend);
  const { connectionString, options } = connectionOptions(config.DATABASE_URL, 'muheng_worker', poolMax);
  return { connectionString, options, schema, max: poolMax, keepAlive: true } as ConnectionOptions;
}

function redisConnection(url: string): ConnectionOptions {
  const at = new URL(url);
  return {
    host: at.hostname,
    port: at.port === '' ? 6379 : Number.parseInt(at.port, 10),
    username: decodeURIComponent(at.username) || undefined,
    password: decodeURIComponent(at.password) || undefined,
    db: Number.parseInt(at.pathname.slice(1) || '0', 10),
    ...(at.protocol === 'rediss:' ? { tls: {} } : {}),
    maxRetriesPerRequest: null,
  };
}

/**
 * Makes the queue's tables in PostgreSQL when they are missing or old. They may be dropped at any time: what was due
 * is derived again. Nothing to do for Redis.
 */
export async function ensureQueueStore(config: Config): Promise<void> {
  if (config.REDIS_URL) return;
  const { connectionString, options } = connectionOptions(config.DATABASE_URL, 'muheng_worker', 1);
  const client = new pg.Client({ connectionString, options });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select ensure_queue_store()');
    // BullMQ would create the schema too, for which it asks a right on the database that the worker does not have.
    const query = (sql: string, params?: readonly unknown[]) =>
      sql.startsWith('CREATE SCHEMA')
        ? Promise.resolve({ rows: [] })
        : client.query(sql, params as unknown[]);
    await runMigrations({ query }, schema);
  } finally {
    await client.end();
  }
}

const storeMissing = new Set(['3F000', '42P01', '42883']);

/** Whether an error says that the queue's tables are gone. */
export function isStoreMissing(error: unknown): boolean {
  const code: unknown =
    typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && storeMissing.has(code);
}
