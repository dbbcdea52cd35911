// A whole market for a test or a measurement, on a database that nobody keeps.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureDatabase, migrate, prepareRoles } from './database.mjs';
import { apiPart, gatewayPart, workerPart, worldPart } from './parts.mjs';
import { freePort } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { Crew } from './processes.mjs';

/**
 * @typedef {object} Stack
 * @property {string} address
 * @property {import('./database.mjs').DatabaseUrls} urls
 * @property {import('./parts.mjs').Stripe} stripe
 * @property {(name: 'api' | 'worker' | 'gateway' | 'world') => string} logOf what a process has logged
 * @property {(name: 'api' | 'worker' | 'gateway', signal?: NodeJS.Signals) => Promise<void>} kill it is started again by itself
 * @property {() => Promise<void>} stop
 */

/**
 * Starts PostgreSQL, gateway, api (with the pages) and worker, and waits until all are healthy.
 * @param {object} [options]
 * @param {'live' | 'demo' | 'practice'} [options.mode]
 * @param {boolean} [options.world] also fills it with the demo world, and waits for that
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {import('./build.mjs').Workspace[]} [options.workspaces] what to build first; all, if not said
 * @param {(urls: import('./database.mjs').DatabaseUrls) => Promise<void>} [options.prepare] between migration and start
 * @param {boolean} [options.durable] keeps PostgreSQL's promises (fsync), for fault tests
 * @returns {Promise<Stack>}
 */
export async function startStack(options = {}) {
  await build(options.workspaces);
  /** @type {Record<string, string>} */
  const settings = options.durable ? { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' } : {};
  const postgres = await startPostgres({ ephemeral: true, settings });
  const folder = mkdtempSync(join(tmpdir(), 'muheng-stack-'));
  const crew = new Crew({ logs: folder });
  const stop = async () => {
    await crew.stop(['world', 'api', 'worker', 'gateway']);
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const last = () => crew.kill();
  process.once('exit', last);
  try {
    await prepareRoles(postgres);
    const { urls } = await ensureDatabase(postgres, 'muheng');
    const port = await freePort();
    const host = '127.0.0.1';
    const site = {
      address: `http://${host}:${port}`,
      host,
      port,
      urls,
      mode: options.mode ?? 'demo',
      env: options.env,
    };
    const [stripe] = await Promise.all([crew.start(gatewayPart(site)), migrate(urls.owner)]);
    await options.prepare?.(urls);
    crew.fix('gateway', gatewayPart(site, Number(new URL(stripe.url).port)));
    await Promise.all([
      crew.start(apiPart(site, stripe)),
      crew.start(workerPart(site, stripe, await freePort())),
    ]);
    if (options.world) await crew.start(worldPart(site, stripe));
    return {
      address: site.address,
      urls,
      stripe,
      logOf: (name) => readFileSync(crew.logOf(name), 'utf8'),
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
