import { type Refused, refuse } from '@muheng/contracts/common/problems';
import { regionDepartmentCode, regionGovernmentCode } from '@muheng/contracts/common/regions';

/** Who decides at each level, and within how many working days (domain §12). */
const levels = [
  { owner: regionDepartmentCode, workingDays: 10 },
  { owner: regionGovernmentCode, workingDays: 15 },
] as const;

/** A report is looked into by the department of the region. */
export const reportLevel = levels[0];

export interface EarlierObjection {
  outcome: 'upheld' | 'dismissed' | 'answered' | null;
  level: number;
}

/**
 * Where a party's objection to a trade goes, seeing what it has objected before: first to the department, after a
 * dismissal to the government, after that nowhere.
 */
export function levelOf(
  status: string,
  earlier: readonly EarlierObjection[],
): Refused | { level: 1 | 2; owner: string; workingDays: number } {
  if (earlier.some(({ outcome }) => outcome === null)) return refuse('complaint.already-open');
  if (status !== 'result-publicity' && status !== 'objection-hold')
    return refuse('complaint.not-in-standstill', { status });
  const dismissed = Math.max(0, ...earlier.map(({ level }) => level));
  const next = levels[dismissed];
  return next ? { level: dismissed === 0 ? 1 : 2, ...next } : refuse('complaint.exhausted');
}
