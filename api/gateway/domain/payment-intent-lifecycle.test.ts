import { describe, expect, it } from 'vitest';
import {
  advance,
  allows,
  INTENT_STATUSES,
  statusesAllowing,
  TRANSITIONS,
} from './payment-intent-lifecycle.js';

describe('the lifecycle of a payment intent', () => {
  it('reaches every status from the first, and leaves succeeded and canceled never', () => {
    const reached = new Set<string>(['requires_payment_method']);
    for (const from of reached) {
      const steps = Object.values(TRANSITIONS[from as (typeof INTENT_STATUSES)[number]]);
      for (const to of steps.flat()) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...INTENT_STATUSES].sort());
    expect(TRANSITIONS.succeeded).toEqual({});
    expect(TRANSITIONS.canceled).toEqual({});
  });

  it('may be called off as long as nothing is taken', () => {
    const open = INTENT_STATUSES.filter((status) => status !== 'succeeded' && status !== 'canceled');
    expect(statusesAllowing('cancel')).toEqual(open);
    expect(statusesAllowing('capture')).toEqual(['requires_capture']);
  });

  it('allows no step that the table does not have', () => {
    expect(allows('succeeded', 'cancel')).toBe(false);
    expect(() => advance('succeeded', 'cancel', 'canceled')).toThrow(/no transition/);
    expect(() => advance('requires_capture', 'capture', 'canceled')).toThrow(/no transition/);
    expect(advance('requires_capture', 'capture', 'succeeded')).toBe('succeeded');
  });
});
