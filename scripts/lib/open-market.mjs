import { existsSync } from 'node:fs';
import { migrate, migrateIfStale, urlsOf } from './database.mjs';
import {
  DATABASE,
  clusterDir,
  externalUrls,
  makeDataRoot,
  othersUse,
  register,
  startEmbedded,
} from './market.mjs';
import { joinPostgres } from './postgres.mjs';
import { awaitWorld, forgetHalfWorld, makeWorld, worldState } from './world.mjs';

/** @typedef {{ urls: import('./database.mjs').DatabaseUrls, close: () => Promise<void> }} OpenMarket */

/**
 * The market's database for a command that runs for a moment: the one that `DATABASE_URL` names; else the
 * embedded one, joined when it runs, else started for as long as needed. Migrated, and with the demo world.
 * @param {{ world?: boolean }} [options] `world: false` needs no more than a database
 * @returns {Promise<OpenMarket>}
 */
export async function openMarket(options = {}) {
  const external = externalUrls();
  if (external) {
    await migrate(external.owner);
    return { urls: external, close: async () => {} };
  }
  return (await join()) ?? start(options.world !== false);
}

/** @returns {Promise<OpenMarket | undefined>} the embedded market that runs already */
async function join() {
  if (!existsSync(`${clusterDir}.json`)) return undefined;
  const postgres = await joinPostgres(clusterDir);
  if (!postgres) return undefined;
  makeDataRoot();
  const release = register();
  const urls = urlsOf(postgres, DATABASE);
  await awaitWorld(urls);
  return { urls, close: async () => release() };
}

/** @param {boolean} world @returns {Promise<OpenMarket>} */
async function start(world) {
  const { postgres, urls, release } = await startEmbedded();
  const close = async () => {
    release();
    if (!othersUse()) await postgres.stop();
  };
  try {
    await forgetHalfWorld(postgres, urls);
    await migrateIfStale(urls);
    if (world && (await worldState(urls)) === 'absent') await makeWorld(urls);
  } catch (error) {
    await close();
    throw error;
  }
  return { urls, close };
}
