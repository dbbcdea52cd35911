import type { Role } from '@muheng/contracts/common/people';
import { rolesBarredFor } from '@muheng/contracts/common/separation';
import { Refusal } from '../../../kernel/errors/refusal.js';

/** Throws `person.roles-conflict` for roles that one person of such a party may not hold (domain §4). */
export function requireRoles(kind: string, roles: readonly Role[]): void {
  const barred = rolesBarredFor(kind, roles);
  if (barred.length === 0) return;
  throw new Refusal('person.roles-conflict', { params: { roles: barred.join(', ') }, pointer: '/roles' });
}
