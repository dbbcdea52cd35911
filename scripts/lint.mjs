// npm run lint: everything that can be known without running the market. All checks run; the first fault
// does not hide the others.
import { build } from './lib/build.mjs';
import { installIfStale } from './lib/install.mjs';
import { at, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { giveUp, requireNode, say } from './lib/say.mjs';

const bin = (/** @type {string} */ path) => at('node_modules', path);
const tsc = bin('typescript7/bin/tsc');

/** @type {[string, string[]][]} what is checked, and the program that checks it */
const checks = [
  ['format', [bin('@biomejs/biome/bin/biome'), 'format', '.']],
  ...['contracts', 'api', 'worker', 'web'].map(
    (name) =>
      /** @type {[string, string[]]} */ ([
        `types of ${name} and its tests`,
        [tsc, '-p', `${name}/tsconfig.lint.json`],
      ]),
  ),
  ['types of scripts', [tsc, '-p', 'scripts']],
  ['lint', [bin('eslint/bin/eslint.js'), '.']],
  [
    'boundaries',
    [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.mjs',
      'contracts',
      'api',
      'worker',
      'web',
    ],
  ],
  ['unused', [bin('knip/bin/knip.js')]],
  ['messages', [at('scripts/check-messages.mjs')]],
];

try {
  requireNode();
  await installIfStale();
  await build(['contracts', 'api', 'worker']);
  let failed = 0;
  for (const [name, args] of checks) {
    const started = performance.now();
    const { status, output } = await run(process.execPath, args, { cwd: root });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
    if (status !== 0) process.stderr.write(`${output}\n\n`);
    if (status !== 0) failed += 1;
  }
  process.exit(failed > 0 ? 1 : 0);
} catch (error) {
  giveUp(error);
}
