import type { Fen } from '@muheng/contracts/common/quantity';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formBeforePauses, type FormStep, type FormTerms, replayForm } from './form-replay.js';
import { decidePurchase } from './forms/reverse-purchase.js';

const fen = (value: bigint): Fen => value as Fen;
const when = (minutes: number): Date => new Date(Date.UTC(2026, 2, 12) + Math.round(minutes * 60_000));
const terms = (form: FormTerms['form'], more: Partial<FormTerms> = {}): FormTerms => ({
  form,
  organiser: 'S',
  start: fen(1_000n),
  step: null,
  floor: null,
  opensAt: when(0),
  endsAt: when(60),
  ...more,
});
const run = (begin: FormTerms, steps: readonly FormStep[]) => replayForm(begin, steps, { sharesNeeded: 2 });
const offer = (seq: number, bidder: string, price: bigint, at: number): FormStep => ({
  kind: 'offer',
  seq,
  bidder,
  price: fen(price),
  at: when(at),
});
const seal = (seq: number, bidder: string, at: number): FormStep => ({
  kind: 'seal',
  seq,
  bidder,
  at: when(at),
});
const buy = (seq: number, bidder: string, price: bigint, at: number): FormStep => ({
  kind: 'buy',
  seq,
  bidder,
  price: fen(price),
  at: when(at),
});

describe('a fixed price, replayed', () => {
  it('is sold to the first who takes it, and to nobody after it', () => {
    const replay = run(terms('fixed-price'), [buy(1, 'A', 1_000n, 5)]);
    expect(replay).toMatchObject({
      fault: null,
      state: { leader: { bidder: 'A', price: 1_000n }, count: 1, closedAt: when(5) },
    });
    const twice = run(terms('fixed-price'), [buy(1, 'A', 1_000n, 5), buy(2, 'B', 1_000n, 6)]);
    expect(twice.fault).toEqual({ step: 1, why: 'bidding.closed' });
    expect(run(terms('fixed-price'), [buy(1, 'A', 999n, 5)]).fault).toEqual({ step: 0, why: 'price' });
  });
});

describe('a purchase, replayed', () => {
  const begin = terms('reverse-purchase', { floor: fen(600n), step: fen(100n) });
  it('follows the lowest offer, and keeps what the rule decides over', () => {
    const replay = run(begin, [offer(1, 'A', 900n, 1), offer(2, 'B', 700n, 2), offer(3, 'A', 700n, 3)]);
    expect(replay.states.map(({ leader }) => [leader?.bidder, leader?.price])).toEqual([
      ['A', 900n],
      ['B', 700n],
      ['B', 700n],
    ]);
    const rule = { ...begin, highest: begin.start, lowest: fen(600n) };
    expect(decidePurchase(rule, replay.offers)).toMatchObject({ outcome: 'bought', bidder: 'B' });
  });

  it('names the step that could not have happened, and takes nothing behind it', () => {
    const fault = (...steps: FormStep[]) => run(begin, steps).fault;
    expect(fault(offer(1, 'A', 900n, 1), offer(2, 'A', 900n, 2))).toEqual({
      step: 1,
      why: 'bidding.above-ceiling',
    });
    expect(fault(offer(1, 'A', 500n, 1))?.why).toBe('bidding.below-minimum');
    expect(fault(offer(1, 'S', 900n, 1))?.why).toBe('bidding.own-listing');
    expect(fault(offer(1, 'A', 900n, 61))?.why).toBe('bidding.closed');
    expect(fault(offer(2, 'A', 900n, 1))?.why).toBe('sequence');
    expect(fault(seal(1, 'A', 1))?.why).toBe('listing.wrong-status');
    const broken = run(begin, [offer(1, 'A', 900n, 1), offer(2, 'B', 500n, 2), offer(3, 'B', 800n, 3)]);
    expect([broken.states.length, broken.offers.length, broken.state.count]).toEqual([1, 1, 1]);
  });
});

describe('a sealed auction, replayed', () => {
  const begin = terms('sealed-uniform');
  const share = (at: number): FormStep => ({ kind: 'share', at: when(at) });
  const open = (at: number, way: 'shares' | 'revelation' = 'shares'): FormStep => ({
    kind: 'open',
    way,
    at: when(at),
  });
  it('is opened after its close by two shares, or by what bidders revealed', () => {
    const sealed = [seal(1, 'A', 1), seal(2, 'B', 2), seal(3, 'A', 59)];
    expect(run(begin, [...sealed, share(61), share(62), open(62)])).toMatchObject({
      fault: null,
      openedAt: when(62),
      state: { count: 3, leader: null },
    });
    expect(run(begin, [...sealed, share(61), open(300, 'revelation')]).fault).toBeNull();
    expect(run(begin, [...sealed, share(59)]).fault).toEqual({ step: 3, why: 'bidding.not-opened' });
    expect(run(begin, [...sealed, share(61), open(62)]).fault).toEqual({ step: 4, why: 'shares' });
    expect(run(begin, [seal(1, 'A', 60)]).fault?.why).toBe('bidding.closed');
    const late = [share(61), share(62), open(62), share(63)];
    expect(run(begin, late).fault).toEqual({ step: 3, why: 'listing.wrong-status' });
  });
});

describe('a pause', () => {
  const steps: FormStep[] = [
    seal(1, 'A', 10),
    { kind: 'pause', at: when(20) },
    { kind: 'resume', at: when(50), closesAt: when(90) },
    seal(2, 'B', 80),
  ];
  it('moves what was still to come, and is led back to what was noticed', () => {
    const begin = terms('sealed-first-price');
    const replay = run(begin, steps);
    expect(replay).toMatchObject({ fault: null, terms: { opensAt: when(0), endsAt: when(90) } });
    expect(formBeforePauses(replay.terms, steps)).toEqual(begin);
    const during = [...steps.slice(0, 2), seal(2, 'B', 25)];
    expect(run(begin, during).fault).toEqual({ step: 2, why: 'bidding.not-in-window' });
    const moved: FormStep[] = [...steps.slice(0, 2), { kind: 'resume', at: when(50), closesAt: when(200) }];
    expect(run(begin, moved).fault).toEqual({ step: 2, why: 'resume' });
  });
});

describe('whatever sellers offer', () => {
  it('takes exactly what the rule would have taken, and leads with the lowest, the earlier of two alike', () => {
    const lines = fc.array(
      fc.record({ bidder: fc.constantFrom('A', 'B', 'C'), price: fc.bigInt({ min: 500n, max: 1_100n }) }),
      { maxLength: 12 },
    );
    const begin = terms('reverse-purchase', { floor: fen(600n) });
    fc.assert(
      fc.property(lines, (all) => {
        // A log as the market would have kept it: what the rule refuses is not in it.
        const kept: FormStep[] = [];
        for (const { bidder, price } of all) {
          const step = offer(kept.length + 1, bidder, price, 1 + kept.length);
          if (run(begin, [...kept, step]).fault === null) kept.push(step);
        }
        const { fault, states, offers, state } = run(begin, kept);
        expect([fault, states.length]).toEqual([null, kept.length]);
        const best = decidePurchase({ ...begin, highest: begin.start, lowest: fen(600n) }, offers);
        expect(best.outcome === 'failed' ? null : best.price).toBe(state.leader?.price ?? null);
        if (best.outcome === 'bought') expect(state.leader?.bidder).toBe(best.bidder);
        const prices = states.map(({ leader }) => leader?.price ?? 0n);
        expect(prices).toEqual([...prices].sort((a, b) => Number(b - a)));
      }),
      { numRuns: 100 },
    );
  });
});
