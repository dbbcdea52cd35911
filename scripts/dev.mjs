// npm run dev: the whole market, rebuilding and reloading. Pages come from Vite, which hands /api on.
import { build } from './lib/build.mjs';
import { installIfStale } from './lib/install.mjs';
import { Launcher } from './lib/launcher.mjs';
import { makeDataRoot } from './lib/market.mjs';
import { readOptions, readPort } from './lib/options.mjs';
import { at } from './lib/paths.mjs';
import { giveUp, requireNode, say } from './lib/say.mjs';

const { values } = readOptions({ port: { type: 'string' } }, 'npm run dev [-- --port N]');
const port = readPort(values.port ?? process.env['PORT'], 8080);

try {
  requireNode();
  makeDataRoot();
  const launcher = new Launcher({ port, verbose: true, watch: true });
  await launcher.claim();
  await installIfStale();
  await build();
  await launcher.run();
  await launcher.crew.start({
    name: 'tsc',
    args: [
      at('node_modules/typescript7/bin/tsc'),
      '-b',
      '-w',
      '--preserveWatchOutput',
      'contracts',
      'api',
      'worker',
    ],
    env: process.env,
  });
  const { createServer } = await import('vite');
  const proxy = Object.fromEntries(
    ['/api', '/docs', '/healthz', '/readyz'].map((path) => [
      path,
      { target: launcher.address, changeOrigin: false },
    ]),
  );
  const vite = await createServer({
    root: at('web'),
    server: { host: '127.0.0.1', port: 5173, proxy },
    logLevel: 'warn',
  });
  await vite.listen();
  say(`页面 pages ${vite.resolvedUrls?.local[0] ?? ''}`);
} catch (error) {
  giveUp(error);
}
