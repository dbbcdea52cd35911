import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useLive } from '../../../lib/live.js';
import { type ServerClock, useClock } from '../../../lib/clock.js';
import { practiceRoomQuery, type SeenPractice } from '../api/practice.js';

/** How far a newer answer may move the clock before it is believed: the way of one answer is not the way of another. */
const jitterMs = 400;
const afterMs = 120;
const soonestMs = 250;

/** The room's own clock, set by what the room said last: it jumps when the host lets it. */
function createRoomClock(
  market: ServerClock,
  first: SeenPractice,
): ServerClock & { set: (seen: SeenPractice) => void } {
  let base = baseOf(first);
  const listeners = new Set<() => void>();
  return {
    now: () => base + performance.now(),
    // How far away the server is, the market's own clock has measured.
    reading: market.reading,
    subscribe(listener) {
      listeners.add(listener);
      const unsubscribe = market.subscribe(listener);
      return () => {
        unsubscribe();
        listeners.delete(listener);
      };
    },
    resync: market.resync,
    set(seen) {
      const next = baseOf(seen);
      if (Math.abs(next - base) < jitterMs) return;
      base = next;
      for (const listener of listeners) listener();
    },
  };
}

const baseOf = ({ room, seenAt }: SeenPractice): number => Date.parse(room.now) - seenAt;

/** Follows a room: what people do comes as news, what robots and the clock do is looked at when it is due. */
export function usePractice(seen: SeenPractice): ServerClock {
  const client = useQueryClient();
  const { room } = seen;
  const options = practiceRoomQuery(room.code);
  const { queryKey } = options;
  useLive(`practice:${room.code}`, () => void client.invalidateQueries({ queryKey }));
  const first = useRef(seen);
  const market = useClock();
  const clock = useMemo(() => createRoomClock(market, first.current), [market]);
  useEffect(() => clock.set(seen), [clock, seen]);
  useEffect(() => {
    if (room.nextChangeAt === null) return undefined;
    const wait = Date.parse(room.nextChangeAt) - clock.now() + afterMs;
    const timer = window.setTimeout(
      () => void client.invalidateQueries({ queryKey: ['practice', room.code] }),
      Math.max(soonestMs, wait),
    );
    return () => window.clearTimeout(timer);
  }, [client, clock, room]);
  return clock;
}
