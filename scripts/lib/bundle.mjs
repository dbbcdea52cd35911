// The servers' programs, each with all that it imports in a few files. Node takes longer to find a thousand
// small modules than to run them: a bundled api is ready in half the time, and with the code that an earlier
// run has compiled (cached.cjs) in a third.
import { rmSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { at } from './paths.mjs';

/** One file a program; built from what `tsc` made, so that decorators keep their metadata. */
export const PROGRAMS = {
  api: 'api/dist/src/main.js',
  worker: 'worker/dist/main.js',
  gateway: 'api/dist/gateway/main.js',
};

/** What ends soon, or is a thread of a server and found beside it. */
const MODULES = {
  migrate: 'api/dist/src/migrate.js',
  'print-thread': 'api/dist/src/modules/settlement/application/certificate-pdf/print-thread.js',
  'solver-thread': 'api/dist/src/modules/planner/application/solver/solver-thread.js',
};

/** @param {keyof typeof PROGRAMS} name where the bundled program is */
export const programOf = (name) => at('dist', `${name}.cjs`);

/** @param {keyof typeof PROGRAMS} name @returns {string[]} the arguments by which Node runs it */
export const runOf = (name) => [at('scripts/lib/cached.cjs'), programOf(name)];

export const migrateProgram = at('dist', 'migrate.js');

/**
 * What stays a package of its own: native code, what starts threads or reads files beside itself, and what
 * looks for its peers at run time.
 */
const APART = [
  'pg-native',
  '@node-rs/argon2',
  'pino',
  'bullmq',
  'ioredis',
  'pdfmake',
  'highs',
  '@fastify/static',
];
/** Nest asks for these and does without them. */
const ABSENT =
  /^(@nestjs\/(microservices|websockets|platform-express)|class-(validator|transformer)|@fastify\/view)/;

/** TypeORM loads its drivers of eighteen databases, a third of an api's code. Ours is the one that stays. */
const OTHER_DATABASES = /[\\/]typeorm[\\/]driver[\\/](?!postgres[\\/])[^\\/]+[\\/][^\\/]+Driver\.js$/;
const withoutOtherDatabases = {
  name: 'without-other-databases',
  load: (/** @type {string} */ id) => (OTHER_DATABASES.test(id) ? 'module.exports = {};' : null),
};

/** @param {string} id */
const staysApart = (id) =>
  id.startsWith('node:') ||
  builtinModules.includes(id) ||
  APART.some((name) => id === name || id.startsWith(`${name}/`)) ||
  ABSENT.test(id);

/**
 * Bundles programs into `dist/`, anew: what is not asked for is gone and will be missed.
 * @param {string[]} workspaces those whose programs are wanted
 */
export async function bundle(workspaces) {
  rmSync(at('dist'), { recursive: true, force: true });
  const wanted = (/** @type {Record<string, string>} */ programs) =>
    Object.fromEntries(
      Object.entries(programs)
        .filter(([, path]) => workspaces.includes(path.split('/')[0] ?? ''))
        .map(([name, path]) => [name, at(path)]),
    );
  await write(wanted(PROGRAMS), 'cjs');
  await write(wanted(MODULES), 'es');
}

/** A worker without a queue that tests kill, again and again: a build throws it away, and the next test run makes it. */
export const stepWorker = at('dist', 'step-worker.js');
const stepWorkerSources = ['runner.mjs', 'dispatch.mjs'].map((name) => at('api/test/settlement', name));

/** Bundles it unless it is there and newer than what it is made of. */
export async function bundleStepWorker() {
  const made = (/** @type {string} */ path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (made(stepWorker) > Math.max(...stepWorkerSources.map(made))) return;
  await write({ 'step-worker': stepWorkerSources[0] ?? '' }, 'es');
}

/** @param {Record<string, string>} input names and files @param {'cjs' | 'es'} format */
async function write(input, format) {
  const { rolldown } = await import('rolldown');
  const build = await rolldown({
    input,
    platform: 'node',
    external: staysApart,
    plugins: [withoutOtherDatabases],
    logLevel: 'warn',
  });
  const suffix = format === 'cjs' ? 'cjs' : 'js';
  await build.write({
    dir: at('dist'),
    format,
    entryFileNames: `[name].${suffix}`,
    chunkFileNames: `[name]-[hash].${suffix}`,
    // A cached script has no `import()` of its own.
    dynamicImportInCjs: false,
    // Names stay, so that a stack says where it was; Node reading the maps at every start took longer than the code.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    sourcemap: 'hidden',
  });
  await build.close();
}
