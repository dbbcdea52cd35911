import { z } from 'zod';
import { partyKinds, roles } from './common/people.js';
import { id, instant, page, pageQuery, partyCode, regionCode } from './common/schema.js';

export const role = z.enum(roles);
export const partyKind = z.enum(partyKinds);

export const party = z
  .strictObject({
    id,
    code: partyCode,
    kind: partyKind,
    nameZh: z.string(),
    nameEn: z.string(),
    regionCode,
    countyCode: partyCode.nullable(),
    standalone: z.boolean(),
    suspended: z.boolean(),
  })
  .meta({ id: 'Party' });
export const partyList = z.strictObject({ items: z.array(party) }).meta({ id: 'PartyList' });

/** A buyer that is not a seat of government: zone, project owner, county unit (domain §4). */
export const createPartyInput = z
  .strictObject({
    code: partyCode,
    kind: z.enum(['zone', 'project-owner', 'county-unit']),
    nameZh: z.string().min(1).max(80),
    nameEn: z.string().min(1).max(120),
    countyCode: partyCode.optional(),
    standalone: z.boolean().default(false),
    beneficialGroup: z.string().max(80).optional(),
  })
  .meta({ id: 'CreateParty' });

/** At least 12 characters. */
const newPassword = z.string().min(12).max(200);
const displayName = z.string().trim().min(1).max(80);
const heldRoles = z.array(role).min(1).max(8);

export const createPersonInput = z
  .strictObject({
    partyCode,
    login: z.string().regex(/^[a-z0-9][a-z0-9._@-]{2,79}$/),
    displayName,
    /** A demo or practice market may leave it out: those people sign in by one click. */
    password: newPassword.optional(),
    roles: heldRoles,
  })
  .meta({ id: 'CreatePerson' });

/** What an administrator may change of a person; whoever is disabled is signed out with the next request. */
export const amendPersonInput = z
  .strictObject({ displayName, roles: heldRoles, disabled: z.boolean() })
  .meta({ id: 'AmendPerson' });
export const setPasswordInput = z.strictObject({ password: newPassword }).meta({ id: 'SetPassword' });
export const changePasswordInput = z
  .strictObject({ current: z.string().min(1).max(200), password: newPassword })
  .meta({ id: 'ChangePassword' });

export const person = z
  .strictObject({
    id,
    login: z.string(),
    displayName: z.string(),
    roles: z.array(role),
    disabled: z.boolean(),
    party,
  })
  .meta({ id: 'Person' });

/** One person as the administrator sees them on the list. */
export const listedPerson = person
  .extend({
    /** Too many sign-ins have failed; it ends by itself, or with a new password. */
    locked: z.boolean(),
    hasPassword: z.boolean(),
    createdAt: instant,
  })
  .meta({ id: 'ListedPerson' });
export const peopleQuery = z.strictObject({
  ...pageQuery,
  /** Part of a login, a name, or the code or name of a party. */
  q: z.string().trim().max(80).optional(),
});
export const people = page(listedPerson).meta({ id: 'People' });

export const signInInput = z
  .strictObject({ login: z.string().min(1).max(80), password: z.string().min(1).max(200) })
  .meta({ id: 'SignIn' });

/** Who is signed in. `csrfToken` goes back in `X-CSRF-Token` with every write. */
export const session = z
  .strictObject({
    person: z.strictObject({ id, displayName: z.string(), roles: z.array(role), hasPassword: z.boolean() }),
    party,
    scope: z.string(),
    csrfToken: z.string(),
    expiresAt: instant,
  })
  .meta({ id: 'Session' });
export const currentSession = z.strictObject({ session: session.nullable() }).meta({ id: 'CurrentSession' });

export const personaList = z
  .strictObject({
    items: z.array(z.strictObject({ personId: id, displayName: z.string(), roles: z.array(role), party })),
  })
  .meta({ id: 'PersonaList' });
export const personaSignInInput = z.strictObject({ personId: id }).meta({ id: 'PersonaSignIn' });

export const suspendInput = z
  .strictObject({
    ground: z.enum(['idle-land', 'assessment', 'bad-record']),
    reason: z.string().min(1).max(500),
    until: instant.optional(),
  })
  .meta({ id: 'Suspend' });
export const reinstateInput = z
  .strictObject({
    ground: z.enum(['idle-land', 'assessment', 'bad-record']),
    reason: z.string().min(1).max(500),
  })
  .meta({ id: 'Reinstate' });
export const done = z.strictObject({ id }).meta({ id: 'Done' });
