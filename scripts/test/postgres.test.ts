import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { query } from '../lib/database.mjs';
import { alive, gone } from '../lib/pids.mjs';
import { at } from '../lib/paths.mjs';
import { freePort } from '../lib/ports.mjs';
import { deletePostgres, joinPostgres, startPostgres } from '../lib/postgres.mjs';

let folder = '';
let dataDir = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muheng-test-'));
  dataDir = join(folder, 'postgres');
});
afterEach(async () => {
  await deletePostgres(dataDir);
  rmSync(folder, { recursive: true, force: true });
});

const pidOf = (): number => {
  const { dataDir: real } = JSON.parse(readFileSync(`${dataDir}.json`, 'utf8')) as { dataDir: string };
  return Number(readFileSync(join(real, 'postmaster.pid'), 'utf8').split('\n')[0]);
};

/** Another process starts the server and is killed: the server stays behind. */
async function orphan(): Promise<number> {
  const script = `const { startPostgres } = await import(${JSON.stringify(at('scripts/lib/postgres.mjs'))});
    await startPostgres({ dataDir: ${JSON.stringify(dataDir)} }); console.log('up'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  child.kill('SIGKILL');
  return pidOf();
}

test('a cluster is UTF-8 with checksums, keeps its data, and stops cleanly', async () => {
  const first = await startPostgres({ dataDir });
  expect(first).toMatchObject({ created: true, adopted: false });
  expect(await query(first.url, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
  expect(await query(first.url, 'show data_checksums')).toEqual([{ data_checksums: 'on' }]);
  await query(first.url, `create table kept as select '亩' as word`);
  await first.stop();
  expect(alive(first.pid)).toBe(false);
  const second = await startPostgres({ dataDir });
  expect(second.created).toBe(false);
  expect(await query(second.url, 'select word from kept')).toEqual([{ word: '亩' }]);
  await second.stop();
});

test('a server that a killed launcher left is adopted, and joined by others', async () => {
  const pid = await orphan();
  expect((await joinPostgres(dataDir))?.pid).toBe(pid);
  const adopted = await startPostgres({ dataDir });
  expect(adopted).toMatchObject({ pid, adopted: true });
  await adopted.stop();
  expect(alive(pid)).toBe(false);
});

test('a server that was killed too is recovered', async () => {
  process.kill(await orphan(), 'SIGKILL');
  await sleep(50);
  const again = await startPostgres({ dataDir });
  expect(again.adopted).toBe(false);
  expect(await query(again.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await again.stop();
});

test('a taken port is named with PostgreSQL’s own words', async () => {
  const port = await freePort();
  const { createServer } = await import('node:net');
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve));
  await expect(startPostgres({ dataDir, port })).rejects.toThrow(/Address already in use/);
  squatter.close();
});

test('an ephemeral server and its data go when their process is killed', async () => {
  const script = `const { startPostgres } = await import(${JSON.stringify(at('scripts/lib/postgres.mjs'))});
    const { pid, url } = await startPostgres({ ephemeral: true });
    const { query } = await import(${JSON.stringify(at('scripts/lib/database.mjs'))});
    const [{ data_directory }] = await query(url, 'show data_directory');
    console.log(JSON.stringify({ pid, data: data_directory })); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk) => resolve(String(chunk))),
  );
  const { pid, data } = JSON.parse(line) as { pid: number; data: string };
  child.kill('SIGKILL');
  expect(await gone(pid, 10_000)).toBe(true);
  await expect.poll(() => existsSync(data), { timeout: 20_000 }).toBe(false);
});
