// npm run -s bench -- NAME… [--json]: measurements on a durable PostgreSQL of their own, thrown away after.
// Figures on standard output, progress on standard error. 0: all taken, 1: one could not be taken, 2: used wrongly.
import { build } from './lib/build.mjs';
import { findChromium } from './lib/chromium.mjs';
import { ensureDatabase, freshName, migrate, prepareRoles } from './lib/database.mjs';
import { installIfStale } from './lib/install.mjs';
import { at } from './lib/paths.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { Plain, giveUp, requireNode, say } from './lib/say.mjs';
import { startStack } from './lib/stack.mjs';

/** @type {import('./lib/build.mjs').Workspace[]} */
const workspaces = ['contracts', 'api', 'worker'];
/** What measures pages needs them built. */
const ofPages = new Set(['web']);
const json = process.argv.includes('--json');
const names = process.argv.slice(2).filter((each) => each !== '--json');

requireNode();
await installIfStale();
await build(workspaces);
if (names.some((name) => ofPages.has(name))) await build(['web']);
const { benchNames, describeReport, isWhole, runBenches } = await import(at('api/dist/bench/index.js'));

/** @type {string[]} */
const known = benchNames();
const unknown = names.filter((each) => !known.includes(each));
if (names.length === 0 || unknown.length > 0) {
  const usage = `npm run -s bench -- ${known.join('|')} … [--json]`;
  giveUp(new Plain(`没有这项测量。用法：${usage}`, `No such measurement. Usage: ${usage}`), 2);
}

const postgres = await startPostgres({
  ephemeral: true,
  settings: { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', max_wal_size: '4GB' },
});
let code = 1;
try {
  await prepareRoles(postgres);
  const calibration = freshName('calibration');
  await ensureDatabase(postgres, calibration);
  const report = await runBenches(names, {
    superuserUrl: postgres.urlFor({ database: calibration }),
    say,
    chromium: findChromium,
    /** @param {Omit<import('./lib/stack.mjs').StackOptions, 'postgres'>} options */
    market: (options) => startStack({ mode: 'live', ...options, workspaces, postgres }),
    database: async () => {
      const { urls } = await ensureDatabase(postgres, freshName('bench'));
      await migrate(urls.owner);
      return urls;
    },
  });
  process.stdout.write(`${json ? JSON.stringify(report, null, 2) : describeReport(report)}\n`);
  code = isWhole(report) ? 0 : 1;
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
} finally {
  await postgres.stop();
}
process.exit(code);
