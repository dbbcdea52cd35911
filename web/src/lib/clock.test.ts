import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followClock, type ServerClock } from './clock.js';

/** A server that is 400 ms ahead of this machine. */
const ahead: ServerClock = {
  now: () => Date.now() + 400,
  reading: () => ({ offsetMs: 400, latencyMs: 1 }),
  subscribe: () => () => undefined,
  resync: async () => undefined,
};

describe('all that shows the time', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
    vi.stubGlobal('window', globalThis);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('is told at once, and then just after each full second of the server, by one timer', () => {
    const heard: [string, number][] = [];
    const stops = ['countdown', 'chart'].map((name) =>
      followClock(ahead, 1_000, (now) => heard.push([name, now])),
    );
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(602);
    expect(heard).toEqual([
      ['countdown', 400],
      ['chart', 400],
      ['countdown', 1_002],
      ['chart', 1_002],
    ]);
    for (const stop of stops) stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('goes on for the others when one leaves, and begins anew for who comes later', () => {
    const heard: number[] = [];
    const leave = followClock(ahead, 1_000, () => undefined);
    const stop = followClock(ahead, 1_000, (now) => heard.push(now));
    leave();
    vi.advanceTimersByTime(602);
    expect(heard).toEqual([400, 1_002]);
    stop();
    vi.advanceTimersByTime(5_000);
    const again = followClock(ahead, 1_000, (now) => heard.push(now));
    expect(heard).toEqual([400, 1_002, 6_002]);
    again();
  });
});
