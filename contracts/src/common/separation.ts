import type { PartyKind, Role } from './people.js';

/** Duties that must be separated (domain §4): which roles a person of such a party may hold at all. */
export const rolesByKind: Readonly<Record<PartyKind, readonly Role[]>> = {
  county: ['maker', 'checker', 'approver', 'bidder', 'finance', 'auditor'],
  city: ['approver', 'regulator', 'auditor'],
  // Maker and checker for its own reserve (domain §11 F4).
  'region-department': ['maker', 'checker', 'approver', 'regulator', 'auditor', 'administrator'],
  'region-government': ['approver', 'regulator', 'auditor'],
  'region-finance': ['finance', 'maker', 'checker', 'auditor'],
  // The operator reviews papers and runs the floor; it cannot approve and cannot bid.
  operator: ['maker', 'checker', 'finance', 'auditor', 'administrator'],
  zone: ['maker', 'checker', 'bidder', 'finance'],
  'project-owner': ['maker', 'checker', 'bidder', 'finance'],
  'county-unit': ['maker', 'checker', 'bidder', 'finance'],
};

/** Pairs that one person may not hold together. */
const apart: readonly (readonly [Role, Role])[] = [
  ['maker', 'checker'],
  ['administrator', 'auditor'],
];

/** Which of the wanted roles a person of such a party may not have; empty when all are fine. */
export function rolesBarredFor(kind: string, wanted: readonly Role[]): Role[] {
  const allowed = (rolesByKind as Readonly<Record<string, readonly Role[]>>)[kind] ?? [];
  const foreign = wanted.filter((role) => !allowed.includes(role));
  const clashing = apart.filter(([one, other]) => wanted.includes(one) && wanted.includes(other)).flat();
  return [...new Set([...foreign, ...clashing])];
}
