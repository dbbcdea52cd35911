const codeShape = /^[A-Z0-9][A-Z0-9-]{1,31}$/;

export const partyKinds = ['zone', 'project-owner', 'county-unit'] as const;

/** A unit as it is typed; without a county it stands alone. */
export const emptyParty = {
  kind: 'zone' as (typeof partyKinds)[number],
  code: '',
  nameZh: '',
  nameEn: '',
  countyCode: '',
  beneficialGroup: '',
};
export type TypedParty = typeof emptyParty;

/** Only an owner may lie in no county: its project crosses several (domain §4). */
export const needsCounty = ({ kind }: TypedParty): boolean => kind !== 'project-owner';

/** What is missing or cannot be, field by field. */
export const partyFaults = (
  typed: TypedParty,
): Partial<Record<keyof TypedParty, 'codeBad' | 'missing' | undefined>> => ({
  code: codeShape.test(typed.code) ? undefined : 'codeBad',
  nameZh: typed.nameZh.trim() === '' ? 'missing' : undefined,
  nameEn: typed.nameEn.trim() === '' ? 'missing' : undefined,
  countyCode: needsCounty(typed) && typed.countyCode === '' ? 'missing' : undefined,
});

/** What is sent: what is empty is left out. */
export const partyBody = ({ kind, code, nameZh, nameEn, countyCode, beneficialGroup }: TypedParty) => ({
  kind,
  code,
  nameZh: nameZh.trim(),
  nameEn: nameEn.trim(),
  standalone: countyCode === '',
  ...(countyCode === '' ? {} : { countyCode }),
  ...(beneficialGroup.trim() === '' ? {} : { beneficialGroup: beneficialGroup.trim() }),
});
