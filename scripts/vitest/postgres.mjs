// One PostgreSQL for a whole test run, with one migrated template that each test file clones.
import { build } from '../lib/build.mjs';
import { bundleStepWorker } from '../lib/bundle.mjs';
import { ensureDatabase, migrate, prepareRoles } from '../lib/database.mjs';
import { startPostgres } from '../lib/postgres.mjs';
import { say } from '../lib/say.mjs';

const TEMPLATE = 'muheng_template';

/** @type {Promise<import('../lib/postgres.mjs').Postgres> | undefined} */
let shared;
let users = 0;

async function start() {
  // `npm test` has built already; here a type error elsewhere must not keep anybody from running a test.
  await build(['contracts', 'api', 'worker']).catch((error) => say(error.message));
  await bundleStepWorker();
  const postgres = await startPostgres({ ephemeral: true });
  try {
    await prepareRoles(postgres);
    const { urls } = await ensureDatabase(postgres, TEMPLATE);
    await migrate(urls.owner);
    return postgres;
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/**
 * Every project that needs a database names this file; all of them share the one server.
 * @param {import('vitest/node').TestProject} project
 */
export default async function setup(project) {
  users += 1;
  shared ??= start();
  const postgres = await shared;
  // The type of what is provided is declared where it is read: api/test/support/database.ts.
  const provide = /** @type {(key: string, value: unknown) => void} */ (project.provide);
  provide('postgres', { port: postgres.port, password: postgres.password, template: TEMPLATE });
  return async () => {
    users -= 1;
    if (users === 0) await postgres.stop();
  };
}
