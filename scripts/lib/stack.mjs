// A whole market for a test or a measurement, on a database that nobody keeps.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureDatabase, freshName, migrate, prepareRoles } from './database.mjs';
import { startSecond, startServers, worldPart } from './parts.mjs';
import { freePort } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { Crew } from './processes.mjs';

/** @typedef {'api' | 'worker' | 'gateway' | 'api-2' | 'worker-2'} ServerName */
/**
 * @typedef {object} Stack
 * @property {string} address
 * @property {string | null} secondAddress of the second api, where there is one
 * @property {import('./database.mjs').DatabaseUrls} urls
 * @property {import('./parts.mjs').Stripe} stripe
 * @property {(name: ServerName | 'world') => string} logOf what a process has logged
 * @property {(name: ServerName, signal?: NodeJS.Signals) => Promise<void>} kill it is started again by itself
 * @property {(name: ServerName) => number | undefined} pidOf
 * @property {() => Promise<void>} stop
 */

/**
 * @typedef {object} StackOptions
 * @property {'live' | 'demo' | 'practice'} [mode]
 * @property {boolean} [second] a second api and a second worker besides, as compose runs them
 * @property {boolean} [world] also fills it with the demo world, and waits for that
 * @property {NodeJS.ProcessEnv} [env]
 * @property {import('./build.mjs').Workspace[]} [workspaces] what to build first; all, if not said
 * @property {(urls: import('./database.mjs').DatabaseUrls) => Promise<void>} [prepare] between migration and start
 * @property {boolean} [durable] keeps PostgreSQL's promises (fsync), for fault tests
 * @property {import('./postgres.mjs').Postgres} [postgres] a server that runs already, with its roles; it is left running
 */

/**
 * Starts PostgreSQL, gateway, api (with the pages) and worker, and waits until all are healthy.
 * @param {StackOptions} [options]
 * @returns {Promise<Stack>}
 */
export async function startStack(options = {}) {
  await build(options.workspaces);
  /** @type {Record<string, string>} */
  const settings = options.durable ? { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' } : {};
  const postgres = options.postgres ?? (await startPostgres({ ephemeral: true, settings }));
  const folder = mkdtempSync(join(tmpdir(), 'muheng-stack-'));
  const crew = new Crew({ logs: folder });
  const stop = async () => {
    await crew.stop(['world', 'api', 'worker', 'gateway']);
    if (!options.postgres) await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const last = () => crew.kill();
  process.once('exit', last);
  try {
    if (!options.postgres) await prepareRoles(postgres);
    const { urls } = await ensureDatabase(postgres, options.postgres ? freshName('market') : 'muheng');
    const port = await freePort();
    const host = '127.0.0.1';
    const site = {
      address: `http://${host}:${port}`,
      host,
      port,
      urls,
      mode: options.mode ?? 'demo',
      env: { CHECKPOINT_DIR: join(folder, 'regulator'), ...options.env },
    };
    const schema = migrate(urls.owner).then(() => options.prepare?.(urls));
    const stripe = await startServers(crew, site, schema);
    const secondAddress = options.second ? await startSecond(crew, site, stripe) : null;
    if (options.world) await crew.start(worldPart(site, stripe));
    return {
      address: site.address,
      secondAddress,
      urls,
      stripe,
      logOf: (name) => readFileSync(crew.logOf(name), 'utf8'),
      pidOf: (name) => crew.pids.find((each) => each.name === name)?.pid,
      kill: (name, signal = 'SIGKILL') => crew.signal(name, signal),
      stop: async () => {
        process.off('exit', last);
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
