// The demo world of a new market: whether it is there, and how it is made when nobody serves the market yet.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DATABASE } from './market.mjs';
import { ensureDatabase, execute, query } from './database.mjs';
import { forgetCheckpoints, startServers, worldPart } from './parts.mjs';
import { dataRoot } from './paths.mjs';
import { freePort } from './ports.mjs';
import { Crew } from './processes.mjs';
import { Plain, say } from './say.mjs';

const UNDEFINED_TABLE = '42P01';

/**
 * How far the demo world has come, in the words of its builder.
 * @param {import('./database.mjs').DatabaseUrls} urls
 * @returns {Promise<'absent' | 'filling' | 'done'>}
 */
export async function worldState(urls) {
  try {
    const rows = await query(urls.superuser, `select value from market_setting where key = 'demo-world'`);
    const value = rows[0]?.['value'];
    const { state } = typeof value === 'string' ? JSON.parse(value) : (value ?? {});
    return state === 'done' || state === 'filling' ? state : 'absent';
  } catch (error) {
    if (/** @type {{ code?: string }} */ (error).code === UNDEFINED_TABLE) return 'absent';
    throw error;
  }
}

/**
 * A demo world that was cut off while it was told has its clock in the past and half a story: it is told
 * again from the start. Nothing but the story is in it, for nobody trades in a market that is still filling.
 * @param {import('./postgres.mjs').Postgres} postgres
 * @param {import('./database.mjs').DatabaseUrls} urls
 */
export async function forgetHalfWorld(postgres, urls) {
  if ((await worldState(urls)) !== 'filling') return;
  say('上次建立演示市场时中断，重新开始 the demo world was cut off while it was made, beginning it again');
  await execute(postgres.url, [`drop database ${DATABASE} with (force)`]);
  forgetCheckpoints();
  await ensureDatabase(postgres, DATABASE);
}

/**
 * Waits for a world that the running market is still being filled with.
 * @param {import('./database.mjs').DatabaseUrls} urls
 */
export async function awaitWorld(urls) {
  if ((await worldState(urls)) !== 'filling') return;
  say('等待演示市场建立完成 waiting for the demo world to be complete …');
  const until = Date.now() + 600_000;
  while ((await worldState(urls)) === 'filling') {
    if (Date.now() > until) throw new Plain('演示市场未能建成。', 'The demo world did not get complete.');
    await sleep(500);
  }
}

/**
 * Makes the demo world in a migrated database that nobody serves: brings a market up, has the story told
 * through it, and takes it down.
 * @param {import('./database.mjs').DatabaseUrls} urls
 */
export async function makeWorld(urls) {
  const crew = new Crew({ logs: join(dataRoot, 'logs') });
  const last = () => crew.kill();
  process.once('exit', last);
  const host = '127.0.0.1';
  const port = await freePort();
  /** @type {import('./parts.mjs').Site} */
  const site = { address: `http://${host}:${port}`, host, port, urls, mode: 'demo' };
  say('正在建立演示市场 building the demo world …');
  try {
    const stripe = await startServers(crew, site, Promise.resolve());
    await crew.start(worldPart(site, stripe));
  } finally {
    await crew.stop(['world', 'api', 'worker', 'gateway']);
    process.off('exit', last);
  }
}
