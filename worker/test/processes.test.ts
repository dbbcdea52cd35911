import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../api/test/support/database.js';
import { build } from '../../scripts/lib/build.mjs';
import { runOf } from '../../scripts/lib/bundle.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { eventually } from './support/bench.js';

let database: TestDatabase;
let admin: pg.Client;
const workers: Worker[] = [];

interface Worker {
  process: ChildProcess;
  port: number;
}

beforeAll(async () => {
  await build(['contracts', 'api', 'worker']);
  database = await createTestDatabase();
  admin = new pg.Client({ connectionString: database.urls.superuser });
  await admin.connect();
});
afterAll(async () => {
  for (const { process: child } of workers) child.kill('SIGKILL');
  await admin.end();
  await database.drop();
});

async function startWorker(): Promise<Worker> {
  const port = await freePort();
  const env = {
    ...process.env,
    DATABASE_URL: database.urls.worker,
    WORKER_PORT: String(port),
    LOG_LEVEL: 'error',
    MUHENG_MODE: 'demo',
  };
  const child = spawn(process.execPath, runOf('worker'), {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const worker = { process: child, port };
  workers.push(worker);
  await eventually('the worker is healthy', () => healthy(port), 40_000);
  return worker;
}
const healthy = async (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/healthz`).then(
    (response) => response.ok,
    () => false,
  );

/** So many breaches whose time to decide is over: each is to be closed once. */
const fallDue = (n: number) =>
  admin.query(
    `insert into alert (id, code, subject_type, subject_id, region_code, severity, evidence, raised_at, due_at)
     select gen_random_uuid(), 'COUNTY_FIRST_BREACH', 'listing', gen_random_uuid(), '640425', 'high', '{}',
       clock_timestamp() - interval '2 s', clock_timestamp() - interval '1 s' from generate_series(1, $1)`,
    [n],
  );
/** Asks for every open one through the outbox besides, as a command would: they go through the queue in bundles. */
const askForAll = () =>
  admin.query(
    `insert into outbox (id, job, payload)
     select gen_random_uuid(), 'alert.lapse', jsonb_build_object('requestId', 'r', 'subjectId', id)
     from alert where decided_at is null`,
  );
const count = async (sql: string): Promise<number> =>
  Number((await admin.query<{ n: string }>(sql)).rows[0]?.n);
const open = () => count('select count(*) as n from alert where decided_at is null');
const decisions = () =>
  count(`select count(*) as n from audit where action = 'oversight.lapse-alert' and outcome = 'done'`);

/** One life of two workers: the first is killed, the second goes through all the rest. */
describe('worker processes', () => {
  let second: Worker;

  it('do 400 due things once each, though one of two is killed in the middle', async () => {
    const [first, other] = await Promise.all([startWorker(), startWorker()]);
    second = other;
    await fallDue(200);
    await askForAll();
    await fallDue(200);
    await admin.query('notify sweep');
    await eventually('some are done', async () => (await open()) < 350, 30_000);
    first.process.kill('SIGKILL');
    await eventually('all are done', async () => (await open()) === 0, 30_000);
    // What the dead one had in hand is taken over, and finds it done or does it: never twice.
    await eventually(
      'the queue is empty',
      async () =>
        (await count(`select count(*) as n from jobs.job where name in ('alert.lapse', 'bundle')`)) === 0,
      30_000,
    );
    expect(await decisions()).toBe(400);
  });

  it('carry on after their connections are cut and their queue is dropped', async () => {
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'muheng_worker' and datname = current_database()`,
    );
    await admin.query('drop schema jobs cascade');
    await fallDue(20);
    await eventually('all are done', async () => (await open()) === 0, 60_000);
    expect(await decisions()).toBe(420);
    await eventually('the worker is healthy', () => healthy(second.port), 30_000);
  });

  it('end by themselves when asked to, with nothing in hand', async () => {
    const metrics = await (await fetch(`http://127.0.0.1:${second.port}/metrics`)).text();
    expect(metrics).toContain('muheng_job_seconds_count{job="alert.lapse"}');
    await fallDue(50);
    await admin.query('notify sweep');
    second.process.kill('SIGTERM');
    const [code] = (await once(second.process, 'exit')) as [number | null];
    expect(code).toBe(0);
    expect(await count(`select count(*) as n from jobs.job where state = 'active'`)).toBe(0);
  });
});
