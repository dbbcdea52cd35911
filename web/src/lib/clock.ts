import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';

/** What one measurement of the server clock found. */
export interface ClockReading {
  /** Server time minus this machine's time, in ms; null before the first answer. */
  offsetMs: number | null;
  /** Half of the best round trip, in ms. */
  latencyMs: number | null;
}

/** The clock that decides deadlines, as seen from here. */
export interface ServerClock {
  /** Server time in epoch ms, as far as known. */
  now(): number;
  reading(): ClockReading;
  subscribe(listener: () => void): () => void;
  /** Measures again: after a reconnect, or when the market clock was moved (practice mode). */
  resync(): Promise<void>;
}

const probes = 5;

interface Probe {
  serverMinusMonotonic: number;
  roundTrip: number;
}

async function probe(fetchNow: () => Promise<string>): Promise<Probe> {
  const sent = performance.now();
  const serverNow = Date.parse(await fetchNow());
  const received = performance.now();
  return { serverMinusMonotonic: serverNow - (sent + received) / 2, roundTrip: received - sent };
}

/**
 * Five probes, the lowest round trip wins (ux.md §4.2). The result is anchored to the monotonic clock,
 * so a person who sets the machine's clock during an auction changes nothing.
 */
export function createServerClock(fetchNow: () => Promise<string>): ServerClock {
  let base = Date.now() - performance.now();
  let current: ClockReading = { offsetMs: null, latencyMs: null };
  const listeners = new Set<() => void>();

  async function measure(): Promise<void> {
    let best: Probe | null = null;
    for (let count = 0; count < probes; count += 1) {
      const found = await probe(fetchNow).catch(() => null);
      if (found && (!best || found.roundTrip < best.roundTrip)) best = found;
    }
    if (!best) return;
    base = best.serverMinusMonotonic;
    current = {
      offsetMs: Math.round(base + performance.now() - Date.now()),
      latencyMs: Math.round(best.roundTrip / 2),
    };
    for (const listener of listeners) listener();
  }

  let running: Promise<void> | null = null;
  return {
    now: () => base + performance.now(),
    reading: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    resync() {
      running ??= measure().finally(() => {
        running = null;
      });
      return running;
    },
  };
}

/** Keeps a clock measured: at once, each minute, and when the tab comes back. Returns the way to stop. */
export function keepSynced(clock: ServerClock): () => void {
  const measure = (): void => {
    if (document.visibilityState === 'visible') void clock.resync();
  };
  measure();
  const timer = window.setInterval(measure, 60_000);
  document.addEventListener('visibilitychange', measure);
  return () => {
    window.clearInterval(timer);
    document.removeEventListener('visibilitychange', measure);
  };
}

/** A clock that stands still: for pictures, prints and tests. */
export function frozenClock(at: string, reading: ClockReading): ServerClock {
  const fixed = Date.parse(at);
  return {
    now: () => fixed,
    reading: () => reading,
    subscribe: () => () => undefined,
    resync: async () => undefined,
  };
}

const machineClock: ServerClock = {
  now: () => Date.now(),
  reading: () => unmeasured,
  subscribe: () => () => undefined,
  resync: async () => undefined,
};
const unmeasured: ClockReading = { offsetMs: null, latencyMs: null };

export const ClockContext = createContext<ServerClock>(machineClock);

export const useClock = (): ServerClock => useContext(ClockContext);

export function useClockReading(): ClockReading {
  const clock = useClock();
  return useSyncExternalStore(clock.subscribe, clock.reading);
}

/** One timer for all that shows the time in the same steps: they change together, and are drawn once. */
interface Beat {
  listeners: Set<(now: number) => void>;
  stop: () => void;
}
const beats = new WeakMap<ServerClock, Map<number, Beat>>();

function startBeat(clock: ServerClock, everyMs: number): Beat {
  const listeners = new Set<(now: number) => void>();
  let timer = 0;
  const tell = (at: number): void => {
    for (const listener of listeners) listener(at);
  };
  const tick = (): void => {
    const at = clock.now();
    timer = window.setTimeout(tick, everyMs - (at % everyMs) + 2);
    tell(at);
  };
  const unsubscribe = clock.subscribe(() => tell(clock.now()));
  tick();
  const stop = (): void => {
    window.clearTimeout(timer);
    unsubscribe();
  };
  return { listeners, stop };
}

/** Tells the server's time now, and from then on just after each full step of it. Returns the way to stop. */
export function followClock(
  clock: ServerClock,
  everyMs: number,
  listener: (now: number) => void,
): () => void {
  const ofClock = beats.get(clock) ?? new Map<number, Beat>();
  beats.set(clock, ofClock);
  const beat = ofClock.get(everyMs) ?? startBeat(clock, everyMs);
  ofClock.set(everyMs, beat);
  beat.listeners.add(listener);
  listener(clock.now());
  return () => {
    beat.listeners.delete(listener);
    if (beat.listeners.size > 0) return;
    beat.stop();
    ofClock.delete(everyMs);
  };
}

/** Server time, renewed just after each full second of the server (or each `everyMs`). */
export function useServerNow(everyMs = 1000): number {
  const clock = useClock();
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => followClock(clock, everyMs, setNow), [clock, everyMs]);
  return now;
}
