import { existsSync, readFileSync } from 'node:fs';
import { at, root } from './paths.mjs';
import { run } from './run.mjs';
import { Plain, say } from './say.mjs';

/** @param {string} path @returns {Record<string, { version?: string, link?: boolean, optional?: boolean }>} */
const packagesOf = (path) =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')).packages ?? {}) : {};

/**
 * Whether what is installed differs from the lock file. npm keeps a lock of what it installed, so nothing
 * needs to be asked of the network; optional packages are for other machines and may be absent.
 */
export function isInstallStale() {
  const installed = packagesOf(at('node_modules/.package-lock.json'));
  return Object.entries(packagesOf(at('package-lock.json'))).some(([path, wanted]) => {
    if (!path.includes('node_modules/') || wanted.link || wanted.optional) return false;
    return installed[path]?.version !== wanted.version;
  });
}

/**
 * Runs npm, the one that runs us when there is one.
 * @param {string[]} args
 */
function npm(args) {
  const cli = process.env['npm_execpath'];
  const [command, first] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  // Our own standard output carries answers only: npm's goes to standard error.
  const shell = process.platform === 'win32';
  return run(command, [...first, ...args], { cwd: root, stdio: ['ignore', 2, 2], shell });
}

/** Installs exactly what the lock file names, if that is not what is there. */
export async function installIfStale() {
  if (!isInstallStale()) return false;
  say('安装依赖 installing packages (npm ci, about a minute) …');
  const done = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (done.status === 0) return true;
  throw new Plain(
    'npm ci 没有成功（原因见上）。请检查网络、磁盘空间以及 node_modules 的写入权限后重试。',
    'npm ci did not succeed (its reason is above). Check the network, the disk and who owns node_modules, then try again.',
  );
}
