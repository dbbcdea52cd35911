// npm run -s replay -- FILE: plays a scenario on a market of its own, thrown away after.
// One JSON object on standard output; progress and logs on standard error. 0: all held, 1: something differed,
// 2: the file is no scenario.
import { readFileSync } from 'node:fs';
import { build } from './lib/build.mjs';
import { installIfStale } from './lib/install.mjs';
import { at } from './lib/paths.mjs';
import { startStack } from './lib/stack.mjs';

/** @type {import('./lib/build.mjs').Workspace[]} */
const workspaces = ['contracts', 'api', 'worker'];
const [file, ...more] = process.argv.slice(2);

/** @param {number} code @param {string} message @returns {never} */
function leave(code, message) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return leave(2, `${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

if (file === undefined || more.length > 0) leave(2, 'Usage: npm run -s replay -- FILE');
const text = read(file);
await installIfStale();
await build(workspaces);
const { InvalidScenario, play, policyOf, preparePractice, readScenario } = await import(
  at('api/dist/replay/index.js')
);

/** @param {string} story */
function understand(story) {
  try {
    const scenario = readScenario(story);
    policyOf(scenario);
    return scenario;
  } catch (error) {
    if (error instanceof Error && error instanceof InvalidScenario)
      return leave(2, `${file}: ${error.message}`);
    throw error;
  }
}

const scenario = understand(text);
/** @type {{ login: string, password: string } | undefined} */
let administrator;
const stack = await startStack({
  mode: 'practice',
  workspaces,
  env: { POLICY_PACK: scenario.policyPack, LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' },
  prepare: async (urls) => {
    administrator = await preparePractice(urls.owner, scenario);
  },
});
/** @param {number} done @param {number} total @param {string} what */
const progress = (done, total, what) => process.stderr.write(`${done}/${total} ${what}\n`);
let code = 1;
try {
  const market = {
    address: stack.address,
    gateway: stack.stripe,
    ownerUrl: stack.urls.owner,
    administrator,
    kill: stack.kill,
  };
  const outcome = await play(scenario, market, progress);
  process.stdout.write(`${JSON.stringify(outcome, null, 2)}\n`);
  code = outcome.ok ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  for (const name of /** @type {const} */ (['api', 'worker', 'gateway'])) {
    process.stderr.write(`--- ${name}\n${stack.logOf(name).slice(-4000)}\n`);
  }
} finally {
  await stack.stop();
}
process.exit(code);
