import type { practiceRoom } from '@muheng/contracts/bidding';
import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import type { Wire } from '../../../lib/wire.js';

export type PracticeRoomWire = Wire<typeof practiceRoom>;

/** The room, and when this machine saw it: by both the room's own clock can be shown. */
export interface SeenPractice {
  room: PracticeRoomWire;
  /** By `performance.now()`. */
  seenAt: number;
}

const keyOf = (code: string): string => `muheng.practice.${code}`;
const inMemory = new Map<string, string>();

/** The secret of this browser's seat in a room; null while it has none. */
export function seatSecretOf(code: string): string | null {
  try {
    return window.localStorage.getItem(keyOf(code));
  } catch {
    return inMemory.get(code) ?? null;
  }
}

export function keepSeatSecret(code: string, secret: string): void {
  try {
    window.localStorage.setItem(keyOf(code), secret);
  } catch {
    // Storage can be switched off by policy: the seat then lasts as long as the page.
    inMemory.set(code, secret);
  }
}

/** What goes along with everything that a seat does. */
export const seatHeaders = (secret: string | null): Record<string, string> =>
  secret === null ? {} : { 'x-practice-seat': secret };

export const practiceRoomQuery = (code: string) =>
  queryOptions({
    queryKey: ['practice', code],
    queryFn: async ({ signal }): Promise<SeenPractice> => {
      const headers = seatHeaders(seatSecretOf(code));
      const room = await apiGet({ ...get('/practice/rooms/{code}', { params: { code } }), headers }, signal);
      return { room, seenAt: performance.now() };
    },
    refetchInterval: 20_000,
    retry: 1,
  });

export const practiceRoomsQuery = queryOptions({
  queryKey: ['practice-rooms'],
  queryFn: ({ signal }) => apiGet(get('/practice/rooms'), signal),
  refetchInterval: 10_000,
});
