import { addDays, daysBetween, shanghaiDay, shanghaiYear } from '@muheng/contracts/common/calendar';

/** A county's signed yearly declaration of its needs (domain §8, condition 3). */
export interface Declaration {
  year: number;
  signedAt: Date;
  /** A scenario's standing declaration is signed anew on the day when it runs out (replay.md "Declarations"). */
  renews: boolean;
}

export type DeclarationStanding =
  | { valid: true; signedOn: string; validUntil: string }
  | { valid: false; lastSignedOn: string | null };

/**
 * Whether a declaration for the current year, signed at most `maxAgeDays` days ago, stands at `now`. Days and years
 * are those of Asia/Shanghai; the day on which the age equals the limit still counts.
 */
export function declarationStanding(
  declarations: readonly Declaration[],
  now: Date,
  maxAgeDays: number,
): DeclarationStanding {
  const today = shanghaiDay(now);
  const signed = declarations
    .filter((each) => each.signedAt <= now)
    .sort((left, right) => right.signedAt.getTime() - left.signedAt.getTime());
  for (const each of signed) {
    const signedOn = renewedOn(each, today, maxAgeDays);
    const year = each.renews ? shanghaiYear(now) : each.year;
    if (year === shanghaiYear(now) && daysBetween(signedOn, today) <= maxAgeDays) {
      return { valid: true, signedOn, validUntil: addDays(signedOn, maxAgeDays) };
    }
  }
  return { valid: false, lastSignedOn: signed[0] ? shanghaiDay(signed[0].signedAt) : null };
}

function renewedOn(declaration: Declaration, today: string, maxAgeDays: number): string {
  const first = shanghaiDay(declaration.signedAt);
  if (!declaration.renews || maxAgeDays === 0) return declaration.renews ? today : first;
  return addDays(first, Math.floor(daysBetween(first, today) / maxAgeDays) * maxAgeDays);
}
