// Builds what is stale and says little. `tsc -b` knows by itself what is up to date, but asking it costs
// a tenth of a second: the newest source against the stamp of the last build costs a hundredth.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundle, programOf } from './bundle.mjs';
import { at, root } from './paths.mjs';
import { run } from './run.mjs';
import { Plain, explainAccess, say } from './say.mjs';

/** @typedef {'contracts' | 'api' | 'worker' | 'web'} Workspace */

const BASE = ['tsconfig.base.json', 'package-lock.json'];
/** What each workspace is made from: folders below it, and the workspaces that it is compiled against. */
/** @type {Record<Workspace, { own: string[], needs: Workspace[] }>} */
const SOURCES = {
  contracts: { own: ['src', 'package.json', 'tsconfig.json'], needs: [] },
  api: {
    own: ['src', 'migrations', 'gateway', 'worlds', 'replay', 'bench', 'package.json', 'tsconfig.json'],
    needs: ['contracts'],
  },
  worker: { own: ['src', 'package.json', 'tsconfig.json'], needs: ['contracts', 'api'] },
  web: {
    own: ['src', 'public', 'index.html', 'vite.config.ts', 'first-view.plugin.ts', 'package.json'],
    needs: ['contracts'],
  },
};

/** @param {string} path @param {string[]} files every file below it that a build may read */
function list(path, files) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) return void files.push(path);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist' || /\.test\.tsx?$/.test(entry.name)) continue;
    if (entry.isDirectory()) list(join(path, entry.name), files);
    else files.push(join(path, entry.name));
  }
}

/** @param {Workspace} workspace @returns {string} names, sizes and times of all that it is made from */
function fingerprint(workspace) {
  const { own, needs } = SOURCES[workspace];
  /** @type {string[]} */
  const files = BASE.map((name) => at(name)).filter((path) => existsSync(path));
  for (const name of own) list(at(workspace, name), files);
  for (const need of needs) for (const name of SOURCES[need].own) list(at(need, name), files);
  return files
    .map((path) => `${path.slice(root.length)} ${statSync(path).size} ${statSync(path).mtimeMs}`)
    .join('\n');
}

/** @param {Workspace} workspace */
const stampOf = (workspace) => at(workspace, 'dist', '.built');

/** @param {Workspace} workspace */
export function isStale(workspace) {
  const stamp = stampOf(workspace);
  const program = workspace === 'api' || workspace === 'worker' ? programOf(workspace) : stamp;
  return !existsSync(stamp) || !existsSync(program) || readFileSync(stamp, 'utf8') !== fingerprint(workspace);
}

/** @param {string[]} args @param {string} cwd */
async function node(args, cwd) {
  const { status, output } = await run(process.execPath, args, {
    cwd,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Plain('构建失败。', 'The build failed:', output);
}

/**
 * Compiles in one go, so that what is shared is compiled once; then the programs, then the pages.
 * @param {Workspace[]} stale
 * @param {Workspace[]} wanted
 */
async function compile(stale, wanted) {
  const projects = stale.filter((name) => name !== 'web' && existsSync(at(name, 'tsconfig.json')));
  for (const name of projects) {
    // A build that was cut off, or a deleted dist, leaves a record that says all is done.
    if (!existsSync(at(name, 'dist'))) rmSync(at(name, 'tsconfig.tsbuildinfo'), { force: true });
  }
  if (projects.length > 0) await node([at('node_modules/typescript7/bin/tsc'), '-b', ...projects], root);
  if (projects.some((name) => name !== 'contracts')) await bundle(wanted);
  if (stale.includes('web') && existsSync(at('web/index.html'))) {
    await node([at('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], at('web'));
  }
}

/**
 * Builds the named workspaces, if they are stale.
 * @param {Workspace[]} [wanted]
 * @returns {Promise<Workspace[]>} those that were built
 */
export async function build(wanted = ['contracts', 'api', 'worker', 'web']) {
  const stale = wanted.filter((name) => existsSync(at(name)) && isStale(name));
  if (stale.length === 0) return [];
  const started = performance.now();
  const prints = new Map(stale.map((name) => [name, fingerprint(name)]));
  say(`构建 building ${stale.join(', ')} …`);
  await compile(stale, wanted);
  for (const [name, print] of prints) {
    try {
      mkdirSync(dirname(stampOf(name)), { recursive: true });
      writeFileSync(stampOf(name), print);
    } catch (error) {
      throw explainAccess(error, stampOf(name));
    }
  }
  say(`已构建 built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return stale;
}
