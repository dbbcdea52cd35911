import { describe, expect, it } from 'vitest';
import type { Replay, ReplayStep } from '../api/replay.js';
import { axisOf, bidsUpTo, spansOf } from './course.js';

const step = (version: number, event: ReplayStep['event'], at: string, priceCny: string | null = null) =>
  ({ version, event, at, priceCny, closesAt: null }) as ReplayStep;
const steps = [
  step(5, 'phase.changed', '2026-03-12T00:00:00.000Z'),
  step(6, 'bid.accepted', '2026-03-12T08:00:00.000Z', '1000.00'),
  step(7, 'bid.accepted', '2026-03-17T01:06:00.000Z', '1050.00'),
];
const replay = {
  steps,
  terms: {
    opensAt: '2026-03-12T00:00:00.000Z',
    listingEndsAt: '2026-03-17T01:00:00.000Z',
    timedStartsAt: '2026-03-17T01:05:00.000Z',
  },
  verdict: { recorded: { closedAt: '2026-03-17T01:10:00.000Z' } },
} as Replay;

describe('the course of a replayed auction', () => {
  it('shows the bids up to the step that is looked at', () => {
    expect(bidsUpTo(steps, 0, () => '1')).toEqual([]);
    expect(bidsUpTo(steps, 1, () => '1')).toMatchObject([{ sequence: 6, price: 100_000n }]);
    expect(bidsUpTo(steps, 2, () => '1')).toHaveLength(2);
  });

  it('runs up to the ceiling, in a purchase down from the highest price, and not at all where bids are sealed', () => {
    const terms = { startPriceCny: '9000.00', stepCny: null, ceilingCny: null, floorCny: '6000.00' };
    const of = (form: Replay['form']) => axisOf({ form, terms: { ...replay.terms, ...terms } });
    expect(of('timed-bidding')).toEqual({ start: 900_000n, step: 1n, ceiling: null });
    expect(of('reverse-purchase')).toEqual({ start: 600_000n, step: 30_000n, ceiling: 900_000n });
    expect([of('sealed-uniform'), of('fixed-price')]).toEqual([null, null]);
    const offer = {
      ...step(8, 'offer.accepted', '2026-03-17T01:07:00.000Z', '8000.00'),
      leadingCny: '7000.00',
    };
    expect(bidsUpTo([offer], 0, () => '1')).toMatchObject([{ price: 700_000n }]);
  });

  it('spans all of it, or the timed rounds from a minute before the first of their bids', () => {
    expect(spansOf(replay)).toEqual({
      whole: { from: '2026-03-12T00:00:00.000Z', to: '2026-03-17T01:10:00.000Z' },
      timed: { from: '2026-03-17T01:05:00.000Z', to: '2026-03-17T01:10:00.000Z' },
    });
    expect(spansOf({ ...replay, steps: steps.slice(0, 2) }).timed).toBeNull();
  });
});
