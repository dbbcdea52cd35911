/** Whose people draft and certify: who may sell, and who may ask for quota in a reverse purchase. */
export const listers = ['county', 'zone', 'region-department', 'project-owner', 'county-unit'] as const;
