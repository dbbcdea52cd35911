// A story from a file, on a practice market that lasts as long as the story.
import { readFileSync } from 'node:fs';
import { build } from './build.mjs';
import { installIfStale } from './install.mjs';
import { at } from './paths.mjs';
import { startStack } from './stack.mjs';

/** @type {import('./build.mjs').Workspace[]} */
const workspaces = ['contracts', 'api', 'worker'];

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

/**
 * Plays a scenario file on a market of its own, thrown away after, and prints what `act` makes of it: one JSON object
 * on standard output; progress and logs on standard error. Exits 0: it held, 1: something differed, 2: no scenario.
 * @param {string} command its name, for the usage
 * @param {(player: any, scenario: any, market: any, progress: (done: number, total: number, what: string) => void)
 *   => Promise<{ ok: boolean, print: unknown }>} act
 */
export async function playStory(command, act) {
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || more.length > 0) leave(2, `Usage: npm run -s ${command} -- FILE`);
  const text = read(file);
  await installIfStale();
  await build(workspaces);
  const player = await import(at('api/dist/replay/index.js'));
  const { InvalidScenario, policyOf, preparePractice, readScenario } = player;

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
    env: {
      POLICY_PACK: scenario.policyPack,
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
      // A story has a clock of its own: its bank need not take a second of ours to pay out.
      GATEWAY_SLOW_MS: process.env.GATEWAY_SLOW_MS ?? '100',
    },
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
    const outcome = await act(player, scenario, market, progress);
    process.stdout.write(`${JSON.stringify(outcome.print, null, 2)}\n`);
    code = outcome.ok ? 0 : 1;
  } catch (error) {
    if (error instanceof Error && error instanceof InvalidScenario) {
      process.stderr.write(`${file}: ${error.message}\n`);
      code = 2;
    } else {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      for (const name of /** @type {const} */ (['api', 'worker', 'gateway'])) {
        process.stderr.write(`--- ${name}\n${stack.logOf(name).slice(-4000)}\n`);
      }
    }
  } finally {
    await stack.stop();
  }
  process.exit(code);
}
