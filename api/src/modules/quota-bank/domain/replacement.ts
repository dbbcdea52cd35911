import type { QuotaKind } from '@muheng/contracts/common/component';

/** How long a county has to replace what a defect took from quota that had left it (domain §14). */
export const replacementMonths = 12;

interface Kind {
  quota: QuotaKind;
  projectId: string;
  /** 1 is best; null where nobody grades it (linkage quota, capacity alone). */
  grade: number | null;
}

/**
 * Like for like (domain §14): the same indicator, of another project than the faulty one, and of a grade that is no
 * worse. A faulty project without a grade is replaced by any grade; one with a grade needs a graded lot.
 */
export function isLikeForLike(faulty: Kind, offered: Kind): boolean {
  if (faulty.quota !== offered.quota || faulty.projectId === offered.projectId) return false;
  return faulty.grade === null || (offered.grade !== null && offered.grade <= faulty.grade);
}
