import { startOfDay, dayMs } from '@muheng/contracts/common/calendar';
import { components, type Quantities, quantities } from '@muheng/contracts/common/component';
import { type Refused, refuse } from '@muheng/contracts/common/problems';
import { formatHa, formatKg } from '@muheng/contracts/common/quantity';

/** Least capacity of so much land of a grade: (16 − grade) × 100 kg for each 亩 (domain §3), in 0.0001 kg. */
export const impliedCapacity = (area: bigint, grade: number): bigint =>
  area * 15n * 100n * BigInt(16 - grade);

export interface AskedNeed {
  quantities: Quantities;
  /** Null: not said. */
  grade: number | null;
}

/** The capacity that nobody typed follows from the grade, where that is known. */
export const completeNeed = (
  { quantities: asked, grade }: AskedNeed,
  isCapacityTyped: boolean,
): Quantities =>
  grade === null || isCapacityTyped
    ? asked
    : quantities(asked.area, asked.paddy, impliedCapacity(asked.area, grade));

/** A need that contradicts itself: nothing asked, more paddy than land, less capacity than its grade implies. */
export function refuseNeed(need: Quantities, grade: number | null): Refused | null {
  if (components.every((each) => need[each] === 0n)) return refuse('planner.need-empty', {}, '/areaHa');
  if (need.area > 0n && need.paddy > need.area) {
    const excessHa = formatHa(need.paddy - need.area);
    return refuse(
      'planner.paddy-over-area',
      { paddyHa: formatHa(need.paddy), areaHa: formatHa(need.area), excessHa },
      '/paddyHa',
    );
  }
  const implied = grade === null ? 0n : impliedCapacity(need.area, grade);
  if (need.capacity >= implied) return null;
  const params = {
    capacityKg: formatKg(need.capacity),
    areaHa: formatHa(need.area),
    grade: String(grade),
    impliedKg: formatKg(implied),
    missingKg: formatKg(implied - need.capacity),
  };
  return refuse('planner.capacity-below-grade', params, '/capacityKg');
}

/** A deadline counts to the end of its day in Asia/Shanghai; one that has passed is refused. */
export function refuseDeadline(deadline: string | null, today: string): Refused | null {
  if (deadline === null || deadline >= today) return null;
  return refuse('planner.deadline-past', { deadline, today }, '/deadline');
}

/** The first instant after a day. */
export const endOfDay = (day: string): Date => new Date(startOfDay(day).getTime() + dayMs);
