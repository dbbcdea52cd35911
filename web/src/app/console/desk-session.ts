import { createContext, useContext } from 'react';
import type { Session } from '../../lib/session.js';

export const DeskSession = createContext<Session | null>(null);

/** Who is at this desk. Throws outside the desks, where nobody need be signed in. */
export function useDeskSession(): Session {
  const session = useContext(DeskSession);
  if (!session) throw new Error('useDeskSession outside the desks');
  return session;
}
