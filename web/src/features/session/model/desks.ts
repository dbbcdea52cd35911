import type { PartyKind } from '../../../lib/session.js';
import type { Persona } from '../api/session.js';

/** The desks as people speak of them: who sells, who buys, who watches, who pays out, who runs the exchange. */
export const desks = ['seller', 'buyer', 'city', 'region', 'finance', 'operator'] as const;
export type Desk = (typeof desks)[number];

const deskOfKind: Record<PartyKind, Desk> = {
  county: 'seller',
  zone: 'buyer',
  'project-owner': 'buyer',
  'county-unit': 'buyer',
  city: 'city',
  'region-department': 'region',
  'region-government': 'region',
  'region-finance': 'finance',
  operator: 'operator',
};

export const deskOf = (kind: PartyKind): Desk => deskOfKind[kind];

const homes: Record<Desk, string> = {
  seller: '/seller',
  buyer: '/buyer',
  city: '/reg',
  region: '/reg',
  finance: '/finance',
  operator: '/reg/reconciliation',
};

/** Where a person lands after sign-in. */
export const homeOf = (kind: PartyKind): string => homes[deskOf(kind)];

/** A way back inside this site, or nothing: an address from the query string may be anybody's. */
export const safeNext = (next: unknown): string | null =>
  typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith('/login') ? next : null;

const matches = (persona: Persona, words: string[]): boolean => {
  const { displayName, party } = persona;
  const text = `${displayName} ${party.code} ${party.nameZh} ${party.nameEn}`.toLowerCase();
  return words.every((word) => text.includes(word));
};

/** The personas that a search finds, by desk; desks without anybody are left out. */
export function byDesk(personas: readonly Persona[], search: string): { desk: Desk; people: Persona[] }[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return desks.flatMap((desk) => {
    const people = personas.filter(
      (persona) => deskOf(persona.party.kind) === desk && matches(persona, words),
    );
    return people.length > 0 ? [{ desk, people }] : [];
  });
}
