import type { personaList } from '@muheng/contracts/parties';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { apiCommand, apiGet } from '../../../lib/api.js';
import { ApiProblem } from '../../../lib/api-problem.js';
import { del, get, post } from '../../../lib/call.js';
import { adoptSession, type Session, sessionQuery } from '../../../lib/session.js';
import type { Wire } from '../../../lib/wire.js';

export type Persona = Wire<typeof personaList>['items'][number];

/** The one-click people of a demo market; null in a live one, which has none. */
export const personasQuery = queryOptions({
  queryKey: ['personas'],
  queryFn: async ({ signal }): Promise<Persona[] | null> => {
    try {
      return (await apiGet(get('/demo/personas'), signal)).items;
    } catch (error) {
      if (error instanceof ApiProblem && error.body.status === 404) return null;
      throw error;
    }
  },
  staleTime: 10_000,
});

/** Another person sees other things: whatever was read under the old session is forgotten. */
function begin(client: QueryClient, session: Session): Session {
  client.clear();
  adoptSession(session);
  client.setQueryData(sessionQuery.queryKey, session);
  return session;
}

export const signIn = async (client: QueryClient, login: string, password: string): Promise<Session> =>
  begin(client, await apiCommand(post('/session', { body: { login, password } })));

export const signInAs = async (client: QueryClient, personId: string): Promise<Session> =>
  begin(client, await apiCommand(post('/demo/session', { body: { personId } })));

/** Ends the session on the server first; only then does this machine forget. */
export async function signOut(client: QueryClient): Promise<void> {
  await apiCommand(del('/session'));
  adoptSession(null);
  client.clear();
  client.setQueryData(sessionQuery.queryKey, null);
}
