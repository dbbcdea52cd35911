import { describe, expect, it } from 'vitest';
import { addDuration } from './duration.js';

describe('ISO 8601 durations', () => {
  const start = new Date('2026-03-02T01:00:00Z');
  it.each([
    ['P5D', '2026-03-07T01:00:00.000Z'],
    ['PT30S', '2026-03-02T01:00:30.000Z'],
    ['P1DT2H3M', '2026-03-03T03:03:00.000Z'],
    ['P1M', '2026-04-02T01:00:00.000Z'],
    ['P2W', '2026-03-16T01:00:00.000Z'],
  ])('adds %s', (duration, end) => expect(addDuration(start, duration).toISOString()).toBe(end));
  it.each(['', 'P', 'PT', '5D', 'P5'])('refuses %j', (text) =>
    expect(() => addDuration(start, text)).toThrow(),
  );
});
