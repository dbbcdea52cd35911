import type { DrawEntry } from '@muheng/contracts/common/draw';
import { formatCny } from '@muheng/contracts/common/quantity';
import { type LogEntry, replaySteps } from './auction-replay.js';
import { type AuctionState, type AuctionTerms, type Outcome, outcomeAt } from './timed-bidding.js';

export type { LogEntry } from './auction-replay.js';

/** A line as the draw's public value is made of it. */
export const drawEntryOf = ({ seq, bidder, price, at }: LogEntry): DrawEntry => ({
  seq,
  bidder,
  value: price === null ? '' : formatCny(price),
  at,
});

export interface Replayed {
  state: AuctionState;
  outcome: Outcome;
  /** In the order in which they came to the ceiling; empty when it was not reached. */
  candidates: readonly string[];
}

/** Runs an auction that nothing interrupted again from its log, to its verdict. Throws ReplayFault. */
export function replayLog(
  terms: AuctionTerms,
  log: readonly LogEntry[],
  { firstClosesAt, listingEndsAt, at }: { firstClosesAt: Date; listingEndsAt: Date; at: Date },
): Replayed {
  const steps = log.map((entry) => ({ kind: 'bid', ...entry }) as const);
  const { state, candidates } = replaySteps({ terms, listingEndsAt }, steps, {
    firstClosesAt,
    outageSeconds: 0,
  });
  return { state, candidates, outcome: outcomeAt(terms, state, listingEndsAt, at) };
}
