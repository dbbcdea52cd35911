/** Kinds of project that a need may be for (domain §9). */
export const categories = [
  'construction',
  'national-key',
  'regional-key',
  'livelihood',
  'village-housing',
  'rural-development',
] as const;
