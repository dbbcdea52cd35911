import { get } from './call.js';
import type { session as sessionSchema } from '@muheng/contracts/parties';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { apiGet, keepCsrfToken, renewCsrfBy } from './api.js';
import type { Wire } from './wire.js';

/** Who is signed in; the permission hints that a menu needs. Rights are decided by the server alone. */
export type Session = Wire<typeof sessionSchema>;
export type Role = Session['person']['roles'][number];
export type PartyKind = Session['party']['kind'];

/** Remembers the proof of a session that just began or was read; null when it ended. */
export function adoptSession(session: Session | null): Session | null {
  keepCsrfToken(session?.csrfToken ?? null);
  return session;
}

async function readSession(signal?: AbortSignal): Promise<Session | null> {
  const { session } = await apiGet(get('/session'), signal);
  return adoptSession(session);
}

renewCsrfBy(() => readSession());

/** The session as a query; null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => readSession(signal),
  staleTime: 60_000,
});

/** Who is signed in, as far as known: undefined while the answer is on its way, null when nobody is. */
export const useSession = (): Session | null | undefined => useQuery(sessionQuery).data;

/** Whether a person holds one of these roles: a hint for menus and buttons, never a right. */
export const holdsRole = (session: Session, ...roles: Role[]): boolean =>
  roles.some((role) => session.person.roles.includes(role));
