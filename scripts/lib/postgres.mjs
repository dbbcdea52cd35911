// The embedded PostgreSQL 18: made, started, adopted when a killed launcher left it running, stopped.
//
// It runs in its own session, away from the terminal: Ctrl-C reaches the launcher alone, which stops
// everything else first and PostgreSQL last.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { alive, commandOf, deserted, gone, isZombie } from './pids.mjs';
import { freePort } from './ports.mjs';
import { canReach, makeDataFolder, placeData, programs, runnerFor, writeSecret } from './postgres-home.mjs';
import { run } from './run.mjs';
import { Plain, explainAccess } from './say.mjs';

const SUPERUSER = 'postgres';

/** For tests and replays: nothing here must survive a power cut. */
const EPHEMERAL = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '200',
};
const LASTING = { max_connections: '200', wal_level: 'replica' };
const COMMON = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  shared_buffers: '128MB',
  log_line_prefix: '%m [%p] ',
  lc_messages: 'C',
};

/**
 * @typedef {object} StartOptions
 * @property {string} [dataDir] where the data is kept; an ephemeral one makes a folder of its own
 * @property {number} [port] 0, the default, takes any free one
 * @property {boolean} [ephemeral] no fsync, no checksums, deleted when stopped or when this process dies
 * @property {Record<string, string>} [settings] more `-c` settings
 */
/**
 * @typedef {object} Postgres
 * @property {string} url superuser, database `postgres`
 * @property {string} host
 * @property {number} port
 * @property {number} pid
 * @property {string} password the superuser's
 * @property {boolean} adopted it already ran
 * @property {boolean} created this call made the cluster
 * @property {(login: { database: string, user?: string, password?: string }) => string} urlFor
 * @property {() => Promise<void>} stop fast shutdown: open transactions roll back, data is flushed
 */

/** @param {string} path the ledger of where the data really lies and its password */
function readState(path) {
  try {
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  } catch (error) {
    throw explainAccess(error, path);
  }
}

/** @param {number} port @param {string} password @param {string} database @param {string} user */
function urlOf(port, password, database = 'postgres', user = SUPERUSER) {
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/**
 * What `postmaster.pid` says.
 * @param {string} dataDir
 * @returns {{ pid: number, port: number, ready: boolean } | undefined}
 */
function postmaster(dataDir) {
  let text;
  try {
    text = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw explainAccess(error, dataDir);
  }
  const lines = text.split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: (lines[7] ?? '').trim() === 'ready' };
}

/**
 * Whether a server takes our password and serves our data.
 * @param {number} port
 * @param {string} password
 * @param {string} dataDir
 */
async function answers(port, password, dataDir) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: urlOf(port, password), connectionTimeoutMillis: 3000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query('SHOW data_directory');
    return rows[0]?.data_directory === dataDir;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param {number} pid asks for a fast shutdown, and after 20 s for an immediate one (which recovers) */
async function stopPid(pid) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGQUIT'])) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code === 'ESRCH') return;
      throw new Plain(
        `本目录的 PostgreSQL（进程 ${pid}）由另一用户运行，无法停止。请用该用户停止它后重试。`,
        `The PostgreSQL of this folder (pid ${pid}) is run by another user and cannot be stopped. Stop it as that user and try again.`,
      );
    }
    if (await gone(pid, 20_000)) return;
  }
  throw new Plain(`PostgreSQL（进程 ${pid}）没有停止。`, `PostgreSQL (pid ${pid}) did not stop.`);
}

/**
 * In a container whose first process reaps nothing, a killed server keeps its pid, and PostgreSQL takes the
 * dead one for a living one. Only when no process works in the folder is the file known to be stale.
 * @param {string} dataDir
 */
async function buryZombie(dataDir) {
  if (await deserted(dataDir, 10_000)) rmSync(join(dataDir, 'postmaster.pid'), { force: true });
}

/**
 * Looks at what runs on a data folder, if anything: a server that is ours is adopted, one that does not
 * answer us is stopped. The pid file of anything but a proven corpse is left for PostgreSQL to judge.
 * @param {string} dataDir
 * @param {string} password
 * @returns {Promise<{ pid: number, port: number } | undefined>}
 */
async function adopt(dataDir, password) {
  const until = performance.now() + 30_000;
  for (;;) {
    const running = postmaster(dataDir);
    if (!running) return undefined;
    if (!alive(running.pid)) {
      // Asked in this order: one that dies between the two questions is found dead by both.
      if (isZombie(running.pid)) await buryZombie(dataDir);
      return undefined;
    }
    const command = commandOf(running.pid);
    if (command && !/postgres/.test(command)) {
      throw new Plain(
        `${dataDir}/postmaster.pid 指向进程 ${running.pid}，但它不是 PostgreSQL（${command.slice(0, 60)}）。确认没有 PostgreSQL 使用该目录后删除此文件再试。`,
        `${dataDir}/postmaster.pid names process ${running.pid}, which is not PostgreSQL (${command.slice(0, 60)}). Once sure that no PostgreSQL uses that folder, delete the file and try again.`,
      );
    }
    if (running.ready && (await answers(running.port, password, dataDir))) return running;
    // It may still be recovering; one that is ready and does not know us is not going to.
    if (running.ready || performance.now() > until) {
      await stopPid(running.pid);
      continue;
    }
    await sleep(50);
  }
}

/**
 * Makes the cluster. A system without C.UTF-8 gets plain C, still with UTF-8 text.
 * @param {string} dataDir
 * @param {string} password
 * @param {boolean} ephemeral
 */
async function initialise(dataDir, password, ephemeral) {
  const runner = runnerFor(dataDir);
  makeDataFolder(dataDir, runner);
  const { initdb } = programs(runner);
  const secret = writeSecret(dataDir, password, runner);
  try {
    for (const locale of ['C.UTF-8', 'C']) {
      const flags = [
        `--pgdata=${dataDir}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${secret}`,
        '--auth=scram-sha-256',
      ];
      flags.push('--encoding=UTF8', `--locale=${locale}`);
      flags.push(...(ephemeral ? ['--no-sync', '--no-data-checksums'] : ['--data-checksums']));
      const identity = runner ? { uid: runner.uid, gid: runner.gid } : {};
      const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
      const { status, output: why } = await run(initdb, flags, { ...identity, cwd: '/', env });
      if (status === 0) return;
      if (locale === 'C.UTF-8' && /locale/.test(why)) continue;
      throw new Plain('无法建立数据库。', 'The database could not be made:', why);
    }
  } finally {
    rmSync(secret, { force: true });
  }
}

/** @param {string} log @param {number} from where this start began in the log */
function lastComplaint(log, from) {
  const lines = readFileSync(log, 'utf8').slice(from).split('\n');
  const wrong = lines.filter((line) => /FATAL|PANIC|could not|error while loading|HINT/.test(line));
  return (wrong.length > 0 ? wrong : lines).slice(-4).join('\n').trim();
}

/** @param {string} log keeps the log, and one older one once it has grown past 8 MB */
function openLog(log) {
  if (existsSync(log) && statSync(log).size > 8_000_000) renameSync(log, `${log}.1`);
  return { descriptor: openSync(log, 'a', 0o600), from: existsSync(log) ? statSync(log).size : 0 };
}

/**
 * Starts the server and waits until it takes connections.
 * @param {string} dataDir
 * @param {string} log
 * @param {number} port
 * @param {Record<string, string>} settings
 * @returns {Promise<{ pid: number, port: number }>}
 */
async function launch(dataDir, log, port, settings) {
  const runner = runnerFor(dataDir);
  const { postgres } = programs(runner);
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { descriptor, from } = openLog(log);
  const child = spawn(postgres, ['-D', dataDir, '-p', String(port), ...flags], {
    ...(runner ? { uid: runner.uid, gid: runner.gid } : {}),
    cwd: '/',
    detached: true,
    stdio: ['ignore', descriptor, descriptor],
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  });
  closeSync(descriptor);
  /** @type {string | undefined} */
  let ended;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', () => (ended ??= ''));
  child.unref();
  for (;;) {
    const running = postmaster(dataDir);
    if (running?.ready && running.pid === child.pid) return { pid: running.pid, port };
    if (ended !== undefined) {
      const why = ended || lastComplaint(log, from);
      throw new Plain('PostgreSQL 没有启动。', `PostgreSQL did not start (${log}):`, why);
    }
    await sleep(5);
  }
}

/**
 * Ends an ephemeral server and deletes its data when this process dies in whatever way: the shell's
 * standard input is a pipe that closes with us.
 * @param {number} pid
 * @param {string} folder
 */
function guard(pid, folder) {
  const script =
    'read line; kill -QUIT "$1" 2>/dev/null; while kill -0 "$1" 2>/dev/null; do sleep 0.1; done; rm -rf "$2"';
  const child = spawn('sh', ['-c', script, 'guard', String(pid), folder], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  /** @type {import('node:net').Socket} */ (child.stdin).unref?.();
  return () => child.stdin.end();
}

/** A folder for data that nobody keeps, where the user who runs PostgreSQL can reach it. */
function ephemeralFolder() {
  for (const base of [tmpdir(), '/tmp', '/var/tmp']) {
    const candidate = join(base, 'x');
    if (!existsSync(base) || !canReach(candidate, runnerFor(candidate))) continue;
    const folder = mkdtempSync(join(base, 'muheng-postgres-'));
    chmodSync(folder, 0o711);
    return folder;
  }
  throw new Plain('没有可用的临时目录。请设置 TMPDIR。', 'There is no temporary folder to use. Set TMPDIR.');
}

/**
 * @param {{ pid: number, port: number }} server
 * @param {string} password
 * @param {{ adopted: boolean, created: boolean, stop: () => Promise<void> }} rest
 * @returns {Postgres}
 */
function handle(server, password, rest) {
  return {
    url: urlOf(server.port, password),
    host: '127.0.0.1',
    port: server.port,
    pid: server.pid,
    password,
    urlFor: (login) => urlOf(server.port, login.password ?? password, login.database, login.user),
    ...rest,
  };
}

/** @param {string} dataDir @param {string} log @param {number} port @param {Record<string, string>} settings */
async function launchOnSomePort(dataDir, log, port, settings) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launch(dataDir, log, port || (await freePort()), settings);
    } catch (error) {
      const taken = error instanceof Plain && /could not bind|Address already in use/.test(error.message);
      if (port !== 0 || attempt === 3 || !taken) throw error;
    }
  }
}

/** @param {StartOptions} options @returns {Promise<Postgres>} */
async function startEphemeral(options) {
  const folder = ephemeralFolder();
  const dataDir = join(folder, 'data');
  const password = randomBytes(18).toString('base64url');
  const settings = { ...COMMON, ...EPHEMERAL, ...options.settings };
  try {
    await initialise(dataDir, password, true);
    const server = await launchOnSomePort(dataDir, join(folder, 'log'), options.port ?? 0, settings);
    const release = guard(server.pid, folder);
    const stop = async () => {
      release();
      await gone(server.pid, 20_000);
    };
    return handle(server, password, { adopted: false, created: true, stop });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * A handle on a server that somebody else runs and stops.
 * @param {{ port: number, password: string }} server
 * @returns {Postgres}
 */
export function connectPostgres(server) {
  const stop = async () => {};
  return handle({ pid: 0, port: server.port }, server.password, { adopted: true, created: false, stop });
}

/**
 * The server that already runs on a data folder, if it is ours and healthy.
 * @param {string} dataDir
 * @returns {Promise<Postgres | undefined>} its `stop` does nothing: who joined does not stop
 */
export async function joinPostgres(dataDir) {
  const state = readState(`${dataDir}.json`);
  const running = state && postmaster(state.dataDir);
  if (!running?.ready || !alive(running.pid)) return undefined;
  if (!(await answers(running.port, state.password, state.dataDir))) return undefined;
  return handle(running, state.password, { adopted: true, created: false, stop: async () => {} });
}

/**
 * Starts PostgreSQL, making its cluster on the first start.
 * @param {StartOptions} options
 * @returns {Promise<Postgres>}
 * @throws {Plain} with PostgreSQL's own FATAL line when it does not start
 */
export async function startPostgres(options) {
  if (options.ephemeral || !options.dataDir) return startEphemeral(options);
  const statePath = `${options.dataDir}.json`;
  let state = readState(statePath);
  const created = !state || !existsSync(join(state.dataDir, 'PG_VERSION'));
  if (created) {
    state = await makeCluster(options.dataDir, statePath);
  }
  const adopted = created ? undefined : await adopt(state.dataDir, state.password);
  const settings = { ...COMMON, ...LASTING, ...options.settings };
  const server =
    adopted ?? (await launchOnSomePort(state.dataDir, `${options.dataDir}.log`, options.port ?? 0, settings));
  const stop = () => stopPid(server.pid);
  return handle(server, state.password, { adopted: adopted !== undefined, created, stop });
}

/** @param {string} asked @param {string} statePath */
async function makeCluster(asked, statePath) {
  const dataDir = placeData(asked);
  if (existsSync(join(dataDir, 'PG_VERSION'))) {
    throw new Plain(
      `${dataDir} 中已有数据库，但缺少它的口令文件 ${statePath}。请恢复该文件，或用 npm start -- --fresh 重新开始。`,
      `There is a database in ${dataDir} but its password file ${statePath} is missing. Restore that file, or begin anew with npm start -- --fresh.`,
    );
  }
  const state = { dataDir, password: randomBytes(18).toString('base64url') };
  try {
    mkdirSync(dirname(statePath), { recursive: true });
    // An initdb that was cut off leaves a folder that it would refuse to use again.
    rmSync(dataDir, { recursive: true, force: true });
    await initialise(dataDir, state.password, false);
    writeFileSync(statePath, JSON.stringify(state), { mode: 0o600 });
  } catch (error) {
    throw explainAccess(error, dirname(statePath));
  }
  return state;
}

/**
 * Deletes a cluster, wherever it really lies. A server on it is stopped first.
 * @param {string} dataDir
 */
export async function deletePostgres(dataDir) {
  const state = readState(`${dataDir}.json`);
  for (const folder of new Set([dataDir, state?.dataDir ?? placeData(dataDir)])) {
    const running = postmaster(folder);
    if (running && alive(running.pid) && /postgres/.test(commandOf(running.pid))) await stopPid(running.pid);
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      throw explainAccess(error, folder);
    }
  }
  for (const suffix of ['.json', '.log', '.log.1']) rmSync(`${dataDir}${suffix}`, { force: true });
}
