import type { Cast } from './cast.js';
import type { PracticeClock } from './practice-clock.js';
import type { Scenario } from './scenario.js';

/** What a step needs: the people, the clock, and what its ref stands for. */
export interface Stage {
  scenario: Scenario;
  cast: Cast;
  clock: PracticeClock;
  /** Scenario ref → lot id. */
  lots: Map<string, string>;
  /** Scenario ref → listing id; a refused one is not here. */
  listings: Map<string, string>;
  /** Scenario ref → the need that it became. */
  needs: Map<string, { id: string; party: string; quota: string }>;
  /** Refs of listings that take sealed bids. */
  sealed: Set<string>;
  /** Refs of purchases, in which sellers bid. */
  purchases: Set<string>;
  /** Those of the sealed ones that are decided. */
  unsealed: Set<string>;
  /** Private halves of the keys to which shares are sealed, by party: each on its holder's machine. */
  holderKeys: Map<string, string>;
  /** Every county or party that the story names, for the output. */
  named: Set<string>;
  /** What the people of a step do after its answer, beside the steps of its kind that follow. */
  meanwhile: (() => Promise<void>)[];
  /** kill -9, then started again. */
  kill: (process: 'api' | 'worker') => Promise<void>;
}

/** The listing behind a ref; a story that names one that was refused has a fault of its own. */
export function listingOf(stage: Stage, ref: string): string {
  const id = stage.listings.get(ref);
  if (id === undefined) throw new Error(`the story names the listing ${ref}, which does not exist`);
  return id;
}

/** The id of a lot that the story names. */
export function lotOf(stage: Stage, ref: string): string {
  const id = stage.lots.get(ref);
  if (id === undefined) throw new Error(`the story names the lot ${ref}, which does not exist`);
  return id;
}
