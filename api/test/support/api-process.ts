import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';
import { runOf } from '../../../scripts/lib/bundle.mjs';
import type { TestDatabase } from './database.js';

/** The api as a process of its own, to be killed, or to be looked into. */
export interface ApiProcess {
  address: string;
  pid: number;
  /** kill -9, and waits until it is gone. */
  kill: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** Starts the built api on a test's database and waits until it takes requests; it logs to `log`. */
export async function startApiProcess(database: TestDatabase, log: string): Promise<ApiProcess> {
  const port = await freePort();
  const file = openSync(log, 'a');
  const child = spawn(process.execPath, runOf('api'), {
    stdio: ['ignore', file, file],
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      DATABASE_POOL: '8',
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'debug',
      RATE_LIMIT: 'off',
      MUHENG_MODE: 'live',
    },
  });
  const address = `http://127.0.0.1:${port}`;
  await ready(address, child);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };
  return { address, pid: child.pid ?? 0, kill };
}

async function ready(address: string, child: ChildProcess): Promise<void> {
  for (let look = 0; look < 600; look += 1) {
    if (child.exitCode !== null) throw new Error(`the api ended with ${child.exitCode}`);
    const answer = await fetch(`${address}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the api did not become ready');
}
