import type { PartyKind, Role } from '@muheng/contracts/common/people';

export { type PartyKind, type Role, partyKinds, roles } from '@muheng/contracts/common/people';

/** Who acts: a person of a party. `scope` is the region-code prefix that the party supervises, '' for none. */
export interface Actor {
  personId: string;
  partyId: string | null;
  partyCode: string;
  partyKind: PartyKind | 'system';
  scope: string;
  roles: readonly Role[];
}

/** The worker, acting for the market itself. */
export const systemActor: Actor = {
  personId: '00000000-0000-7000-8000-000000000000',
  partyId: null,
  partyCode: 'SYSTEM',
  partyKind: 'system',
  scope: '',
  roles: [],
};

/** Someone who has not signed in. */
export const nobody: Actor = {
  ...systemActor,
  personId: '00000000-0000-7000-8000-000000000001',
  partyCode: 'NOBODY',
};

/** Which region codes a party supervises (domain §4): the region all, a city its counties, others none. */
export function scopeOf(kind: PartyKind, regionCode: string): string {
  switch (kind) {
    case 'region-department':
    case 'region-government':
    case 'region-finance':
    case 'operator':
      return regionCode.slice(0, 2);
    case 'city':
      return regionCode.slice(0, 4);
    case 'county':
    case 'zone':
    case 'project-owner':
    case 'county-unit':
      return '';
  }
}

/** A person beside its party, as the database names them. */
export interface PersonOfParty {
  person_id: string;
  roles: readonly Role[];
  party_id: string;
  party_code: string;
  party_kind: PartyKind;
  region_code: string;
}

export const actorOf = (row: PersonOfParty): Actor => ({
  personId: row.person_id,
  partyId: row.party_id,
  partyCode: row.party_code,
  partyKind: row.party_kind,
  scope: scopeOf(row.party_kind, row.region_code),
  roles: row.roles,
});

/** One request or job on its way through the write path. `key` makes it happen once. */
export interface CommandContext {
  actor: Actor;
  key: string;
  requestId: string;
  remembered?: Remembered;
}

/** The caller was recognised from memory: `BatchOfWork` decides nothing unless the session epoch is still this one. */
export interface Remembered {
  epoch: bigint;
  /** Asks the database who it is. Throws `access.sign-in-required`, `access.forbidden` when that is over. */
  confirm: () => Promise<CommandContext>;
}
