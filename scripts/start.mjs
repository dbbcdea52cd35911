// npm start: the whole market on one port.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { installIfStale } from './lib/install.mjs';
import { Launcher } from './lib/launcher.mjs';
import { clusterDir, makeDataRoot } from './lib/market.mjs';
import { readOptions, readPort } from './lib/options.mjs';
import { dataRoot } from './lib/paths.mjs';
import { forgetCheckpoints } from './lib/parts.mjs';
import { deletePostgres } from './lib/postgres.mjs';
import { Plain, giveUp, requireNode, say } from './lib/say.mjs';

const usage = 'npm start [-- --fresh] [--port N] [--verbose]';
const { values } = readOptions(
  { fresh: { type: 'boolean' }, port: { type: 'string' }, verbose: { type: 'boolean' } },
  usage,
);
const port = readPort(values.port ?? process.env['PORT'], 8080);

try {
  requireNode();
  makeDataRoot();
  const launcher = new Launcher({ port, verbose: values.verbose === true });
  await launcher.claim();
  if (values.fresh) await beginAnew();
  await installIfStale();
  await build();
  await launcher.run();
} catch (error) {
  giveUp(error);
}

async function beginAnew() {
  if (process.env['DATABASE_URL']) {
    throw new Plain(
      '设置了 DATABASE_URL 时 --fresh 不会删除该数据库。请自行清空它，或去掉 DATABASE_URL。',
      'With DATABASE_URL set, --fresh does not delete that database. Empty it yourself, or leave DATABASE_URL out.',
    );
  }
  say('清除旧数据 deleting the old market …');
  await deletePostgres(clusterDir);
  rmSync(join(dataRoot, 'postgres.ready'), { force: true });
  forgetCheckpoints();
}
