import { queryOptions } from '@tanstack/react-query';
import { apiGet } from './api.js';
import { ApiProblem } from './api-problem.js';

/** Who is signed in; the permission hints that a menu needs. Rights are decided by the server alone. */
export interface Session {
  personName: string;
  partyCode: string;
  partyName: string;
  partyKind: string;
  roles: string[];
}

async function readSession(signal: AbortSignal): Promise<Session | null> {
  try {
    return await apiGet<Session>('/session', {}, signal);
  } catch (error) {
    if (error instanceof ApiProblem && error.body.status === 401) return null;
    throw error;
  }
}

/** The session as a query; null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => readSession(signal),
  staleTime: 60_000,
});
