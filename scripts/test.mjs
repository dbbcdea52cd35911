// npm test: rules, real database and HTTP, and browser journeys. Its last line is `N passed, N failed`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { findChromium } from './lib/chromium.mjs';
import { installIfStale } from './lib/install.mjs';
import { readOptions } from './lib/options.mjs';
import { at, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { giveUp, requireNode, say } from './lib/say.mjs';

const { values } = readOptions({ long: { type: 'boolean' } }, 'npm test [-- --long]');
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => process.exit(1));

/**
 * What one run of vitest came to. A file that could not even be read has no tests, yet failed.
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/** @param {string} report @param {number | null} status @returns {Tally} */
function read(report, status) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const broken = testResults.filter(
      (/** @type {any} */ file) =>
        file.status === 'failed' &&
        file.assertionResults.every((/** @type {any} */ one) => one.status !== 'failed'),
    );
    const failed = numFailedTests + broken.length;
    return {
      passed: numPassedTests,
      failed: failed === 0 && status !== 0 ? 1 : failed,
      skipped: numPendingTests + numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** @param {string[]} projects @param {string} report @param {NodeJS.ProcessEnv} env @returns {Promise<Tally>} */
async function vitest(projects, report, env) {
  const args = ['run', ...projects.flatMap((name) => ['--project', name]), '--passWithNoTests'];
  args.push('--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
  const { status } = await run(process.execPath, [at('node_modules/vitest/vitest.mjs'), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 1, 2],
  });
  return read(report, status);
}

try {
  requireNode();
  await installIfStale();
  await build();
  const folder = mkdtempSync(join(tmpdir(), 'muheng-test-'));
  const env = { NODE_ENV: 'test', ...(values.long ? { LONG: '1' } : {}) };
  const chromium = await findChromium();
  // Both at once: each alone waits half of its time, for deadlines, for a disk, for a page to come to rest.
  const [fast, journeys] = await Promise.all([
    vitest(['rules', 'database'], join(folder, 'fast.json'), env),
    vitest(['journeys'], join(folder, 'journeys.json'), { ...env, CHROME_PATH: chromium }),
  ]);
  rmSync(folder, { recursive: true, force: true });
  const passed = fast.passed + journeys.passed;
  const failed = fast.failed + journeys.failed;
  const skipped = fast.skipped + journeys.skipped;
  if (skipped > 0) say(`${skipped} skipped`);
  if (fast.passed === 0) say('没有测试被执行 nothing ran');
  process.stdout.write(`${passed} passed, ${failed} failed\n`, () =>
    process.exit(failed > 0 || passed === 0 ? 1 : 0),
  );
} catch (error) {
  giveUp(error);
}
