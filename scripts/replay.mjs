// npm run -s replay -- FILE: plays a scenario on a market of its own, thrown away after.
// One JSON object on standard output; progress and logs on standard error. 0: all held, 1: something differed,
// 2: the file is no scenario.
import { playStory } from './lib/story.mjs';

await playStory('replay', async ({ play }, scenario, market, progress) => {
  const outcome = await play(scenario, market, progress);
  return { ok: outcome.ok, print: outcome };
});
