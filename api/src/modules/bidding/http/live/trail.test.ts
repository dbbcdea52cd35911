import { describe, expect, it } from 'vitest';
import { readLastEventId, readTopics, writeEventId } from './topics.js';
import { type Frame, Trail } from './trail.js';

const frames = (from: number, to: number): Frame[] =>
  Array.from({ length: to - from + 1 }, (_, i) => ({
    version: BigInt(from + i),
    event: 'bid.accepted',
    data: '{}',
  }));
const versions = (each: readonly Frame[] | null) => each?.map((frame) => Number(frame.version)) ?? null;

describe('the trail of a listing', () => {
  it('answers what comes after a version, and null for what it no longer keeps', () => {
    const trail = new Trail(10n);
    trail.add(frames(9, 13));
    expect(versions(trail.after(11n))).toEqual([12, 13]);
    expect(versions(trail.after(13n))).toEqual([]);
    expect(versions(trail.after(99n))).toEqual([]);
    expect(trail.after(9n)).toBeNull();
    trail.add(frames(14, 1_000));
    expect(trail.after(10n)).toBeNull();
    expect(versions(trail.after(998n))).toEqual([999, 1_000]);
  });
});

describe('topics', () => {
  const id = '019ab6d2-0000-7000-8000-000000000001';

  it('are read with the version that the reader has', () => {
    expect(readTopics(`listing:${id}@7, market,job:${id}`)).toEqual([
      { kind: 'listing', id, since: 7n },
      { kind: 'market' },
      { kind: 'job', id },
    ]);
    expect(() => readTopics('listing:1')).toThrow('request.invalid');
    expect(() => readTopics(',')).toThrow('request.invalid');
  });

  it('come back in the id of the last event, and nonsense is passed over', () => {
    const text = writeEventId(new Map([[id, 12n]]));
    expect(readLastEventId(text)).toEqual(new Map([[id, 12n]]));
    expect(readLastEventId('0')).toEqual(new Map());
    expect(readLastEventId(undefined)).toEqual(new Map());
  });
});
