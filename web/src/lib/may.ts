import { access } from '@muheng/contracts/generated/access';
import type { Session } from './session.js';

/** A route that not everybody who is signed in may call. */
export type GuardedRoute = keyof typeof access;

/**
 * Whether the reader's roles and unit may call a route: a hint for menus and buttons, from the very table that the
 * server guards it by. Whose listing or need it is, the server knows alone.
 */
export function may({ person, party }: Pick<Session, 'person' | 'party'>, route: GuardedRoute): boolean {
  const policy: { roles: readonly string[]; kinds?: readonly string[] } = access[route];
  const rightKind = policy.kinds === undefined || policy.kinds.includes(party.kind);
  return rightKind && person.roles.some((role) => policy.roles.includes(role));
}
