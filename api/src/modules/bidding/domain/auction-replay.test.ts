import type { Fen } from '@muheng/contracts/common/quantity';
import { describe, expect, it } from 'vitest';
import { beforePauses, ReplayFault, type ReplayStep, replaySteps } from './auction-replay.js';
import { type AuctionTerms, outcomeAt } from './timed-bidding.js';

const minute = 60_000;
const when = (minutes: number): Date => new Date(Date.UTC(2026, 2, 12) + Math.round(minutes * minute));
/** Bids stop after 60 minutes, the listing ends after 120, timed bidding begins after 125, W is 4. */
const terms: AuctionTerms = {
  seller: 'S',
  start: 100n as Fen,
  step: 10n as Fen,
  ceiling: 150n as Fen,
  opensAt: when(0),
  listingBidsStopAt: when(60),
  timedStartsAt: when(125),
  windowMin: 4,
  entry: 'listing-bid',
};
const begin = { terms, listingEndsAt: when(120) };
const bid = (seq: number, bidder: string, price: bigint, at: number): ReplayStep => ({
  kind: 'bid',
  seq,
  bidder,
  price: price as Fen,
  at: when(at),
});
const run = (steps: readonly ReplayStep[]) => replaySteps(begin, steps, { outageSeconds: 60 });
const verdict = (steps: readonly ReplayStep[]) => {
  const { terms: now, state, listingEndsAt } = run(steps);
  return outcomeAt(now, state, listingEndsAt, when(10_000));
};

describe('an auction, replayed with all that happened to it', () => {
  it('moves what was still to come by as long as it stood still', () => {
    const steps: ReplayStep[] = [
      bid(1, 'A', 100n, 10),
      { kind: 'pause', at: when(20) },
      { kind: 'resume', at: when(50), closesAt: when(159) },
      bid(2, 'B', 110n, 80),
      bid(3, 'A', 120n, 156),
    ];
    const replay = run(steps);
    expect(replay.terms.timedStartsAt).toEqual(when(155));
    expect(replay.states.map(({ closesAt }) => closesAt)).toEqual(
      [129, 129, 159, 159, 160].map((at) => when(at)),
    );
    expect(verdict(steps)).toMatchObject({ outcome: 'sold', bidder: 'A', closedAt: when(160) });
    // What stands in the row now leads back to what was noticed.
    expect(beforePauses({ terms: replay.terms, listingEndsAt: replay.listingEndsAt }, steps)).toEqual(begin);
  });

  it('leaves what lay behind the pause, in the middle of a window', () => {
    const steps: ReplayStep[] = [
      bid(1, 'A', 100n, 10),
      bid(2, 'A', 110n, 126),
      { kind: 'pause', at: when(128) },
      { kind: 'resume', at: when(200), closesAt: when(202) },
    ];
    const replay = run(steps);
    expect(replay.terms.timedStartsAt).toEqual(when(125));
    expect(beforePauses({ terms: replay.terms, listingEndsAt: replay.listingEndsAt }, steps)).toEqual(begin);
    expect(verdict(steps)).toMatchObject({ closedAt: when(202) });
  });

  it('starts the window anew after an outage, by the rule alone', () => {
    const outage: ReplayStep = { kind: 'outage', from: when(127), until: when(131), closesAt: when(135) };
    const first = bid(1, 'A', 100n, 10);
    expect(verdict([first, outage])).toMatchObject({ outcome: 'sold', closedAt: when(135) });
    const short: ReplayStep = { ...outage, from: when(130.5) };
    expect(() => run([first, short])).toThrow(ReplayFault);
    expect(() => run([first, { ...outage, closesAt: when(140) }])).toThrow('outage');
  });

  it('names the step that could not have happened', () => {
    const fault = (steps: readonly ReplayStep[]) => {
      try {
        run(steps);
      } catch (error) {
        if (error instanceof ReplayFault) return [error.step, error.why];
        throw error;
      }
      return null;
    };
    expect(fault([bid(1, 'A', 100n, 10), bid(2, 'B', 105n, 11)])).toEqual([1, 'bidding.below-minimum']);
    expect(fault([{ kind: 'pause', at: when(5) }, bid(1, 'A', 100n, 10)])).toEqual([
      1,
      'bidding.not-in-window',
    ]);
    expect(fault([bid(1, 'A', 100n, 10), bid(2, 'A', 110n, 130)])).toEqual([1, 'bidding.closed']);
    const moved: ReplayStep[] = [
      { kind: 'pause', at: when(5) },
      { kind: 'resume', at: when(10), closesAt: when(200) },
    ];
    expect(fault(moved)).toEqual([1, 'resume']);
  });

  it('draws among those who came to the ceiling, in their order', () => {
    const steps: ReplayStep[] = [
      bid(1, 'A', 150n, 10),
      { kind: 'bid', seq: 2, bidder: 'B', price: null, at: when(20) },
    ];
    expect(run(steps).candidates).toEqual(['A', 'B']);
    expect(verdict(steps)).toMatchObject({ outcome: 'draw', price: 150n });
  });
});
