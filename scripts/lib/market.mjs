// What every command that touches the market shares: which database it is, and who runs it.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDatabase, prepareRoles, urlsOf } from './database.mjs';
import { alive, commandOf } from './pids.mjs';
import { dataRoot } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { Plain, explainAccess } from './say.mjs';

export const DATABASE = 'muheng';
export const clusterDir = join(dataRoot, 'postgres');
const runFile = join(dataRoot, 'run.json');
const usersDir = join(dataRoot, 'users');

/** @typedef {import('./database.mjs').DatabaseUrls} DatabaseUrls */
/** @typedef {{ pid: number, address: string, children: { name: string, pid: number, script: string }[] }} Run */

/** Makes the folder that all of this is kept in. */
export function makeDataRoot() {
  try {
    mkdirSync(usersDir, { recursive: true });
    writeFileSync(join(dataRoot, '.writable'), '');
  } catch (error) {
    throw explainAccess(error, dataRoot);
  }
}

/** @returns {Run | undefined} what the last launcher wrote down, whether or not it still runs */
export function readRun() {
  try {
    return existsSync(runFile) ? JSON.parse(readFileSync(runFile, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Makes this process the one launcher of the data folder, or says which one is.
 * @param {string} address
 * @returns {Run | undefined} what a launcher that was killed left behind
 * @throws {Plain} another launcher runs
 */
export function claimRun(address) {
  const run = readRun();
  if (run && stillRuns(run)) {
    throw new Plain(
      `亩衡已在运行：${run.address}（进程 ${run.pid}）。如需停止：kill ${run.pid}`,
      `Muheng already runs: ${run.address} (pid ${run.pid}). To stop it: kill ${run.pid}`,
    );
  }
  forgetRun();
  try {
    writeFileSync(runFile, JSON.stringify({ pid: process.pid, address, children: [] }), { flag: 'wx' });
  } catch (error) {
    // Two starts in the same instant: the other one was first.
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return claimRun(address);
    throw explainAccess(error, runFile);
  }
  return run;
}

/** @param {Run} run */
export function writeRun(run) {
  writeFileSync(runFile, JSON.stringify(run));
}

export function forgetRun() {
  rmSync(runFile, { force: true });
}

/** @param {Run | undefined} run whether that launcher still runs, and is a launcher */
export function stillRuns(run) {
  if (!run || run.pid === process.pid || !alive(run.pid)) return false;
  return /scripts[\\/](start|dev)\.mjs/.test(commandOf(run.pid));
}

/** Real services named by the environment: one address for every role; the kernel takes its role itself. */
export function externalUrls() {
  const url = process.env['DATABASE_URL'];
  if (!url) return undefined;
  const owner = process.env['MIGRATION_DATABASE_URL'] ?? url;
  const gateway = process.env['GATEWAY_DATABASE_URL'] ?? owner;
  return { owner, api: url, worker: url, reconciler: url, regulator: url, superuser: owner, gateway };
}

/** Says that this process uses the embedded PostgreSQL, so that no other command stops it underneath. */
export function register() {
  const mine = join(usersDir, String(process.pid));
  writeFileSync(mine, '');
  return () => rmSync(mine, { force: true });
}

/** Whether another live process uses the embedded PostgreSQL. */
export function othersUse() {
  if (stillRuns(readRun())) return true;
  return readdirSync(usersDir).some((name) => {
    if (Number(name) === process.pid) return false;
    if (alive(Number(name)) && /scripts/.test(commandOf(Number(name)))) return true;
    rmSync(join(usersDir, name), { force: true });
    return false;
  });
}

/**
 * Starts the embedded PostgreSQL with its roles and its database.
 * @param {{ port?: number }} [options]
 */
export async function startEmbedded(options = {}) {
  makeDataRoot();
  const release = register();
  const postgres = await startPostgres({ dataDir: clusterDir, ...options });
  const urls = urlsOf(postgres, DATABASE);
  const made = join(dataRoot, 'postgres.ready');
  if (postgres.created || !existsSync(made)) {
    await prepareRoles(postgres);
    await ensureDatabase(postgres, DATABASE);
    writeFileSync(made, '');
  }
  return { postgres, urls, release };
}
