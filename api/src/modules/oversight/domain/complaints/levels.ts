import type { Policy } from '@muheng/contracts/common/policy';
import { type Refused, refuse } from '@muheng/contracts/common/problems';
import { regionDepartmentCode, regionGovernmentCode } from '@muheng/contracts/common/regions';

type Levels = Policy['objectionLevels'];

const ownerOf = { region: regionDepartmentCode, 'region-government': regionGovernmentCode } as const;

export interface Level {
  level: number;
  /** Code of the party that decides. */
  owner: string;
  workingDays: number;
}

const levelAt = (levels: Levels, index: number): Level | null => {
  const found = levels[index];
  return found ? { level: index + 1, owner: ownerOf[found.owner], workingDays: found.days } : null;
};

/** A report is looked into by the department of the region, as long as the first level of an objection takes. */
export const reportLevel = (levels: Levels): Omit<Level, 'level'> => ({
  owner: regionDepartmentCode,
  workingDays: levels[0]?.days ?? 0,
});

export interface EarlierObjection {
  outcome: 'upheld' | 'dismissed' | 'answered' | null;
  level: number;
}

/**
 * Where a party's objection to a trade goes by the pack that the trade runs under (domain §12), seeing what it has
 * objected before: to the first level, after a dismissal to the next, after the last nowhere.
 */
export function levelOf(
  status: string,
  earlier: readonly EarlierObjection[],
  levels: Levels,
): Refused | Level {
  if (earlier.some(({ outcome }) => outcome === null)) return refuse('complaint.already-open');
  if (status !== 'result-publicity' && status !== 'objection-hold')
    return refuse('complaint.not-in-standstill', { status });
  const dismissed = Math.max(0, ...earlier.map(({ level }) => level));
  return levelAt(levels, dismissed) ?? refuse('complaint.exhausted');
}
