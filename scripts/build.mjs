// npm run build: everything that is stale.
import { build } from './lib/build.mjs';
import { installIfStale } from './lib/install.mjs';
import { giveUp, requireNode, say } from './lib/say.mjs';

try {
  requireNode();
  await installIfStale();
  if ((await build()).length === 0) say('已是最新 everything is up to date');
} catch (error) {
  giveUp(error);
}
