import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../lib/paths.mjs';
import { alive, gone } from '../lib/pids.mjs';
import { freePort } from '../lib/ports.mjs';
import { deletePostgres } from '../lib/postgres.mjs';
import { answers } from '../lib/processes.mjs';

/** A live market: no demo world to wait for. */
interface Run {
  pid: number;
  children: { name: string; pid: number }[];
}
let folder = '';
let port = 0;
const started: ChildProcess[] = [];

/** Starts a launcher and waits until it serves, or has ended. */
async function launch(): Promise<{ child: ChildProcess; said: () => string; code: number | null }> {
  const child = spawn(process.execPath, [at('scripts/start.mjs'), '--port', String(port)], {
    env: { ...process.env, MUHENG_DATA_DIR: folder, MUHENG_MODE: 'live', NODE_ENV: 'development' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  started.push(child);
  let text = '';
  child.stderr.on('data', (chunk) => (text += String(chunk)));
  await expect
    .poll(() => child.exitCode !== null || text.includes(`http://127.0.0.1:${port}   `), { timeout: 90_000 })
    .toBe(true);
  return { child, said: () => text, code: child.exitCode };
}

const readRun = (): Run => JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as Run;
const postgresPid = (): number => {
  const { dataDir } = JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8')) as { dataDir: string };
  return Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'muheng-launch-'));
  port = await freePort();
});
afterAll(async () => {
  for (const child of started) {
    child.kill('SIGTERM');
    if (child.pid) await gone(child.pid, 30_000);
  }
  await deletePostgres(join(folder, 'postgres'));
  rmSync(folder, { recursive: true, force: true });
});

/** Whether the password that the launcher said opens the market. */
async function signsIn(said: () => string): Promise<boolean> {
  const shown = /first administrator, shown only this once: (\S+) \/ (\S+)/;
  await expect.poll(said, { timeout: 30_000 }).toMatch(shown);
  const [, login, password] = shown.exec(said()) ?? [];
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  return answer.ok;
}

test('a market starts, refuses a second launcher, survives a killed one, and stops in order', async () => {
  const first = await launch();
  expect(first.code, first.said()).toBeNull();
  expect(await answers(`http://127.0.0.1:${port}/readyz`)).toBe(true);
  const page = await fetch(`http://127.0.0.1:${port}/`);
  expect(page.headers.get('content-type')).toContain('text/html');

  expect(await signsIn(first.said)).toBe(true);

  const second = await launch();
  expect(second.code).toBe(1);
  expect(second.said()).toContain(`already runs: http://127.0.0.1:${port} (pid ${first.child.pid})`);

  const postgres = postgresPid();
  const orphans = readRun().children;
  first.child.kill('SIGKILL');
  await gone(first.child.pid ?? 0, 5000);
  expect(alive(postgres)).toBe(true);
  for (const { name, pid } of orphans)
    expect(await gone(pid, 30_000), `${name} follows its launcher`).toBe(true);
  const third = await launch();
  expect(third.code, third.said()).toBeNull();
  expect(postgresPid()).toBe(postgres);

  const worker = readRun().children.find(({ name }) => name === 'worker')?.pid ?? 0;
  process.kill(worker, 'SIGKILL');
  await expect
    .poll(() => readRun().children.some(({ name, pid }) => name === 'worker' && pid !== worker), {
      timeout: 30_000,
    })
    .toBe(true);

  const { children } = readRun();
  third.child.kill('SIGTERM');
  await expect.poll(() => third.child.exitCode, { timeout: 30_000 }).toBe(0);
  expect([...children.map(({ pid }) => pid), postgres].filter(alive)).toEqual([]);
  expect(existsSync(join(folder, 'run.json'))).toBe(false);
  expect(third.said()).not.toContain('first administrator');
});

test('a taken port is said plainly', async () => {
  const { createServer } = await import('node:net');
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve));
  const refused = await launch();
  squatter.close();
  expect(refused.code).toBe(1);
  expect(refused.said()).toContain(`Port ${port} is used by another program`);
});
