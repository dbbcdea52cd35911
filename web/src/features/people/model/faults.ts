import { rolesBarredFor } from '@muheng/contracts/common/separation';
import type { Role } from '@muheng/contracts/common/people';

/** The shortest password that the server takes. */
export const passwordMin = 12;

export type RolesFault = 'rolesMissing' | 'rolesApart';

/** What is wrong with the duties of one person, before the server says so. */
export function rolesFault(kind: string, roles: readonly Role[]): RolesFault | undefined {
  if (roles.length === 0) return 'rolesMissing';
  return rolesBarredFor(kind, roles).length > 0 ? 'rolesApart' : undefined;
}
