import { listingOf, type Stage } from '../../../api/replay/market.js';
import { openStage, playSteps } from '../../../api/replay/play.js';
import { preparePractice } from '../../../api/replay/prepare-practice.js';
import type { Scenario } from '../../../api/replay/scenario.js';
import { advance } from '../../../api/replay/steps/advance.js';
import { expectSound } from '../../../api/test/support/auditor.js';
import { startStack, type Stack } from '../../../scripts/lib/stack.mjs';

/** A whole practice market, with pages, that one test file owns. */
export interface Market {
  address: string;
  stage: Stage;
  stack: Stack;
  /** Moves the market's clock to a moment of the listing and waits until all that fell due is done. */
  clockTo: (moment: string) => Promise<void>;
  /** Moves it on by a duration, such as `PT1M`. */
  clockBy: (duration: string) => Promise<void>;
  /** The id of a listing that a step of the story made. */
  listing: (ref: string) => string;
  /** Asserts that the books hold, and stops everything. */
  close: () => Promise<void>;
}

/** Starts the market, sets the story's stage and plays its steps, all by the public API. */
export async function openMarket(story: Scenario): Promise<Market> {
  let administrator = { login: '', password: '' };
  const stack = await startStack({
    mode: 'practice',
    env: { POLICY_PACK: story.policyPack, LOG_LEVEL: 'warn' },
    prepare: async (urls) => {
      administrator = await preparePractice(urls.owner, story);
    },
  });
  try {
    const stage = await openStage(story, {
      address: stack.address,
      gateway: stack.stripe,
      ownerUrl: stack.urls.owner,
      administrator,
      kill: stack.kill,
    });
    const played = await playSteps(stage, () => undefined);
    const odd = played.filter((step) => step.expectHeld === false);
    if (odd.length > 0) throw new Error(`the story went otherwise: ${JSON.stringify(odd)}`);
    return {
      address: stack.address,
      stage,
      stack,
      clockTo: (to) => advance(stage, { do: 'advance', to }),
      clockBy: (by) => advance(stage, { do: 'advance', by }),
      listing: (ref) => listingOf(stage, ref),
      close: async () => {
        try {
          await stage.clock.idle();
          await expectSound(stack.urls.owner);
        } finally {
          await stage.clock.close();
          await stack.stop();
        }
      },
    };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}
