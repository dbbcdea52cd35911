import { traderKinds } from '@muheng/contracts/common/people';

/** Whose people draft and certify: who may sell, and who may ask for quota in a reverse purchase. */
export const listers = [...traderKinds, 'region-department'] as const;
