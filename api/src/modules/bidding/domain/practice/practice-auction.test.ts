import { isRefused } from '@muheng/contracts/common/problems';
import type { Fen } from '@muheng/contracts/common/quantity';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  judgePracticeAct,
  nextMoment,
  type PracticeAct,
  type PracticeRound,
  practiceStanding,
  practiceTerms,
  robotsFor,
} from './practice-auction.js';

const startedAt = new Date('2026-03-02T09:00:00+08:00');
const after = (seconds: number): Date => new Date(startedAt.getTime() + seconds * 1_000);
const terms = practiceTerms(startedAt);
const steps = (count: number): Fen => (terms.start + BigInt(count) * terms.step) as Fen;
const round = (acts: readonly PracticeAct[], robots = 0, seed = 7): PracticeRound => ({
  startedAt,
  seed,
  robots,
  acts,
});

describe('a practice round', () => {
  it('is judged by the rules of the market, on its own clock', () => {
    const first = { seat: 1, price: steps(0), at: after(10) };
    expect(judgePracticeAct(round([]), first)).toBeNull();
    expect(judgePracticeAct(round([first]), { seat: 2, price: steps(0), at: after(11) })).toMatchObject({
      refused: 'bidding.below-minimum',
    });
    expect(judgePracticeAct(round([first]), { seat: 2, price: steps(1), at: after(125) })).toMatchObject({
      refused: 'bidding.not-in-window',
    });
    const timed = { seat: 2, price: steps(1), at: after(155) };
    expect(judgePracticeAct(round([first]), timed)).toBeNull();
    const standing = practiceStanding(round([first, timed]), after(214));
    expect(standing.outcome).toEqual({ outcome: 'open', until: after(215) });
    expect(practiceStanding(round([first, timed]), after(215)).outcome).toMatchObject({
      outcome: 'sold',
      bidder: '2',
      price: steps(1),
    });
  });

  it('draws when two stand at the ceiling, and fails when nobody bids', () => {
    const top = { seat: 1, price: terms.ceiling, at: after(20) };
    const joins = { seat: 2, price: null, at: after(30) };
    expect(judgePracticeAct(round([]), joins)).toMatchObject({ refused: 'bidding.ceiling-not-reached' });
    expect(judgePracticeAct(round([top]), joins)).toBeNull();
    expect(judgePracticeAct(round([top, joins]), joins)).toMatchObject({
      refused: 'bidding.already-accepted',
    });
    expect(practiceStanding(round([top, joins]), after(300)).outcome).toMatchObject({ outcome: 'draw' });
    expect(practiceStanding(round([]), after(300)).outcome).toMatchObject({ outcome: 'failed' });
  });

  it('lets robots act without anything running, the same however often one looks', () => {
    const late = practiceStanding(round([], 2), after(600));
    expect(late.lines.length).toBeGreaterThan(3);
    expect(late.outcome.outcome).not.toBe('open');
    const seen = practiceStanding(round([], 2), late.lines[2]?.at ?? startedAt);
    expect(seen.lines).toEqual(late.lines.slice(0, 3));
    expect(seen.nextMoveAt).toEqual(late.lines[3]?.at);
    expect(robotsFor(1)).toBe(2);
    expect(robotsFor(5)).toBe(0);
  });

  it('jumps to timed bidding, then to the end of the window', () => {
    expect(nextMoment(practiceStanding(round([]), after(5)), after(5))).toEqual(terms.timedStartsAt);
    expect(nextMoment(practiceStanding(round([]), after(160)), after(160))).toEqual(after(210));
    expect(nextMoment(practiceStanding(round([]), after(300)), after(300))).toBeNull();
  });

  it('never loses or changes a line as time passes, whoever acts (property)', () => {
    const attempt = fc.record({
      seat: fc.integer({ min: 1, max: 3 }),
      over: fc.integer({ min: 0, max: 4 }),
      wait: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(
        fc.array(attempt, { maxLength: 25 }),
        fc.nat(),
        fc.integer({ min: 0, max: 3 }),
        (attempts, seed, robots) => {
          const acts: PracticeAct[] = [];
          let seconds = 0;
          let lines = 0;
          for (const { seat, over, wait } of attempts) {
            seconds += wait;
            const at = after(seconds);
            const before = practiceStanding(round(acts, robots, seed), at);
            if (before.lines.length < lines) return false;
            lines = before.lines.length;
            const leader = before.state.leader?.price ?? ((terms.start - terms.step) as Fen);
            const atCeiling = before.state.ceilingReachedAt !== null;
            const price = atCeiling ? null : ((leader + BigInt(over + 1) * terms.step) as Fen);
            const act = { seat, price, at };
            if (isRefused(judgePracticeAct(round(acts, robots, seed), act))) continue;
            acts.push(act);
            const { lines: now } = practiceStanding(round(acts, robots, seed), at);
            if (now.length !== lines + 1 || now.at(-1)?.seat !== seat) return false;
          }
          const prices = practiceStanding(round(acts, robots, seed), after(seconds + 900)).lines.flatMap(
            (line) => line.price ?? [],
          );
          return prices.every((price, i) => i === 0 || price >= (prices[i - 1] ?? 0n) + terms.step);
        },
      ),
      { numRuns: 100 },
    );
  });
});
