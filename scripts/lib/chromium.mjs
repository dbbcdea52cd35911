// A Chromium for the browser journeys: one that is here, else one that can be had.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { at, root } from './paths.mjs';
import { run } from './run.mjs';
import { Plain, say } from './say.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** @returns {string | undefined} the path of a browser that is installed */
function installed() {
  const asked = process.env['CHROME_PATH'];
  if (asked && existsSync(asked)) return asked;
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
  ];
  for (const name of NAMES) {
    const folder = folders.find((path) => path !== '' && existsSync(join(path, name)));
    if (folder) return join(folder, name);
  }
  return existsSync(MAC) ? MAC : fromPlaywright();
}

/** @returns {string | undefined} the newest one that Playwright's installer has fetched */
function fromPlaywright() {
  const cache =
    process.env['PLAYWRIGHT_BROWSERS_PATH'] ??
    join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'ms-playwright');
  if (!existsSync(cache)) return undefined;
  const programs = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-linux/headless_shell',
    'chrome-headless-shell-linux64/chrome-headless-shell',
  ];
  programs.push('chrome-mac/Chromium.app/Contents/MacOS/Chromium');
  const versions = readdirSync(cache).filter((name) => name.startsWith('chromium'));
  for (const version of versions.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))) {
    const program = programs.map((path) => join(cache, version, path)).find((path) => existsSync(path));
    if (program) return program;
  }
  return undefined;
}

function isDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get') || !existsSync('/etc/os-release'))
    return false;
  const release = readFileSync('/etc/os-release', 'utf8');
  // Ubuntu's package is only a pointer to a snap, which a container cannot run.
  return /^ID=debian$/m.test(release) || !/^ID=ubuntu$/m.test(release);
}

async function fetchOne() {
  const visible = /** @type {import('node:child_process').SpawnOptions} */ ({
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (isDebian()) {
    say('安装 Chromium installing Chromium (apt-get) …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { ...visible, env });
    await run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], { ...visible, env });
    const found = installed();
    if (found) return found;
  }
  say('下载 Chromium fetching Chromium (playwright) …');
  const withDependencies = process.getuid?.() === 0 ? ['--with-deps'] : [];
  await run(
    process.execPath,
    [at('node_modules/playwright-core/cli.js'), 'install', ...withDependencies, 'chromium'],
    visible,
  );
  return installed();
}

/**
 * The path of a Chromium, installing one when there is none.
 * @returns {Promise<string>}
 * @throws {Plain} with what to do when none can be had
 */
export async function findChromium() {
  const found = installed() ?? (await fetchOne());
  if (found) return found;
  throw new Plain(
    '没有可用的 Chromium。请安装 Chromium 或 Chrome（Debian：apt-get install chromium fonts-noto-cjk），或用 CHROME_PATH 指明其路径。',
    'There is no Chromium to use. Install Chromium or Chrome (Debian: apt-get install chromium fonts-noto-cjk), or name it with CHROME_PATH.',
  );
}
