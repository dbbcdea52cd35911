import { createHash } from 'node:crypto';
import { draw, faultsOfDraw } from '@muheng/contracts/common/draw';
import { isRefused } from '@muheng/contracts/common/problems';
import type { Fen } from '@muheng/contracts/common/quantity';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawEntryOf, type LogEntry, replayLog } from './auction-log.js';
import {
  type AuctionState,
  type AuctionTerms,
  acceptCeiling,
  type BidderFacts,
  minimumBid,
  openAuction,
  outcomeAt,
  placeBid,
} from './timed-bidding.js';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Hundreds of runs beside every change, thousands in the long run. */
const numRuns = process.env['LONG'] === '1' ? 10_000 : 300;
const minute = 60_000;
const when = (minutes: number): Date => new Date(Date.UTC(2026, 2, 12) + Math.round(minutes * minute));

/** A listing of two hours: bids stop after one, timed bidding starts after 125 minutes, W is 4. */
const terms = fc
  .record({
    start: fc.bigInt({ min: 1n, max: 1_000n }),
    step: fc.bigInt({ min: 1n, max: 60n }),
    headroom: fc.option(fc.bigInt({ min: 0n, max: 400n })),
    entry: fc.constantFrom('listing-bid' as const, 'any-registered' as const),
  })
  .map(
    ({ start, step, headroom, entry }): AuctionTerms => ({
      seller: 'SELLER',
      start: start as Fen,
      step: step as Fen,
      ceiling: headroom === null ? null : ((start + headroom) as Fen),
      opensAt: when(0),
      listingBidsStopAt: when(60),
      timedStartsAt: when(125),
      windowMin: 4,
      entry,
    }),
  );
const instants = { firstClosesAt: when(129), listingEndsAt: when(120) };

/** Commands that are likely to be near the truth: prices around the minimum, times that mostly stay in a window. */
const command = fc.record({
  bidder: fc.constantFrom('A', 'A', 'B', 'B', 'C', 'D', 'SELLER'),
  aim: fc.constantFrom(
    'minimum',
    'minimum',
    'jump',
    'ceiling',
    'below',
    'off-step',
    'above',
    'accept',
    'accept',
  ),
  wait: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 3.999, 4, 4.001)),
});
type Command = typeof command extends fc.Arbitrary<infer Each> ? Each : never;
/** Some in the listing phase, some in timed bidding, some at odd times. */
const commands = fc
  .tuple(
    fc.array(command, { maxLength: 15 }),
    fc.array(command, { maxLength: 30 }),
    fc.constantFrom(125, 125, 125, 61),
  )
  .map(([early, late, resume]) => [
    ...early.map((each) => ({ ...each, notBefore: -1 })),
    ...late.map((each) => ({ ...each, notBefore: resume })),
  ]);

function priceFor(rules: AuctionTerms, state: AuctionState, aim: Command['aim']): Fen {
  const minimum = minimumBid(rules, state);
  const prices: Record<string, bigint> = {
    jump: minimum + 3n * rules.step,
    ceiling: rules.ceiling ?? minimum,
    below: minimum - 1n,
    'off-step': minimum + 1n,
    above: (rules.ceiling ?? minimum) + rules.step,
  };
  return (prices[aim] ?? minimum) as Fen;
}

function play(rules: AuctionTerms, script: readonly (Command & { notBefore: number })[]) {
  let state: AuctionState = openAuction(instants.firstClosesAt);
  const log: LogEntry[] = [];
  const refused: { command: Command; at: Date; code: string; before: AuctionState }[] = [];
  let clock = -1;
  for (const command of script) {
    clock = Math.max(clock + command.wait, command.notBefore);
    const at = when(clock);
    const own = log.filter((entry) => entry.bidder === command.bidder);
    const facts: BidderFacts = {
      bidder: command.bidder,
      hasBiddingRight: command.bidder !== 'D',
      hasListingBid: own.some((entry) => entry.at < rules.listingBidsStopAt),
      hasAcceptedCeiling: own.some((entry) => entry.price === null),
      isOutsideCityWindow: false,
      depositClosesAt: when(60),
    };
    const price = priceFor(rules, state, command.aim);
    const isAcceptance = command.aim === 'accept';
    const answer = isAcceptance
      ? acceptCeiling(rules, state, facts, at)
      : placeBid(rules, state, facts, { price, at });
    if (isRefused(answer)) refused.push({ command, at, code: answer.refused, before: state });
    else {
      log.push({ seq: log.length + 1, bidder: command.bidder, price: isAcceptance ? null : price, at });
      state = answer.state;
    }
  }
  return { state, log, refused };
}

const given = (check: (rules: AuctionTerms, played: ReturnType<typeof play>) => void): void => {
  fc.assert(
    fc.property(terms, commands, (rules, script) => check(rules, play(rules, script))),
    { numRuns },
  );
};

describe('timed bidding (reliability I10)', () => {
  it('only ever rises, by at least a step, never above the ceiling, always on step or at the ceiling', () => {
    given((rules, { log }) => {
      const prices = log.flatMap(({ price }) => (price === null ? [] : [price]));
      prices.forEach((price, index) => {
        const floor = index === 0 ? rules.start : (prices[index - 1] ?? 0n) + rules.step;
        expect(price >= floor).toBe(true);
        expect((price - rules.start) % rules.step === 0n || price === rules.ceiling).toBe(true);
        expect(rules.ceiling === null || price <= rules.ceiling).toBe(true);
      });
    });
  });

  it('closes when the rule, applied to the log, says so', () => {
    given((rules, { state, log }) => {
      const bids = log.filter(({ price, at }) => price !== null && at >= rules.timedStartsAt);
      const last = bids.at(-1);
      const expected = last ? last.at.getTime() + rules.windowMin * minute : instants.firstClosesAt.getTime();
      expect(state.closesAt.getTime()).toBe(expected);
      for (const { at } of log) expect(at < state.closesAt).toBe(true);
    });
  });

  it('gives the same verdict when its log is replayed', () => {
    given((rules, { state, log }) => {
      const end = { ...instants, at: when(10_000) };
      const replayed = replayLog(rules, log, end);
      expect(replayed.state).toEqual(state);
      expect(replayed.outcome).toEqual(outcomeAt(rules, state, instants.listingEndsAt, end.at));
      expect(replayed.candidates).toHaveLength(state.candidateCount);
    });
  });

  it('never accepts a bid of the seller or of who is not registered, nor outside a phase', () => {
    given((rules, { log }) => {
      for (const { bidder, at, price } of log) {
        expect(['A', 'B', 'C']).toContain(bidder);
        expect(at >= rules.opensAt).toBe(true);
        if (price !== null) expect(at < rules.listingBidsStopAt || at >= rules.timedStartsAt).toBe(true);
      }
    });
  });

  it('refuses as closed only at or after the close', () => {
    given((_, { refused }) => {
      for (const { at, code, before } of refused)
        expect(code === 'bidding.closed').toBe(at >= before.closesAt);
    });
  });

  it('draws exactly when two or more stand at the ceiling, and the draw verifies', () => {
    given((rules, { state, log }) => {
      const { candidates, outcome } = replayLog(rules, log, { ...instants, at: when(10_000) });
      expect(outcome.outcome === 'draw').toBe(candidates.length > 1);
      if (outcome.outcome !== 'draw') return;
      const record = draw(sha256, 'ceiling', 'L', 'ab'.repeat(32), log.map(drawEntryOf));
      expect(faultsOfDraw(sha256, record)).toEqual([]);
      expect([...record.order].sort()).toEqual([...candidates].sort());
      expect(state.candidateCount).toBe(candidates.length);
    });
  });
});
