// npm run -s plan -- FILE: plays the steps of a scenario, then plans the need that its `plan` names.
// Prints {"plans","excluded","shortfall","own"}. 0: covered, 1: something falls short, 2: the file is no scenario.
import { playStory } from './lib/story.mjs';

await playStory('plan', async ({ playPlan }, scenario, market, progress) => {
  const outcome = await playPlan(scenario, market, progress);
  return { ok: outcome.shortfall === null, print: outcome };
});
