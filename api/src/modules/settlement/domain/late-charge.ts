import { addCalendarDays, dayMs } from '@muheng/contracts/common/calendar';
import { type Policy, percentRatio } from '@muheng/contracts/common/policy';
import { type Fen, scaleHalfUp } from '@muheng/contracts/common/quantity';

/** Days late: every day of 24 h that has begun counts; paying at the very deadline is in time. */
export function daysLate(dueAt: Date, paidAt: Date): bigint {
  const late = BigInt(paidAt.getTime() - dueAt.getTime());
  const day = BigInt(dayMs);
  return late <= 0n ? 0n : (late + day - 1n) / day;
}

/** `lateDailyPct` of the unpaid balance for each day late, rounded half up once on the total (domain §14). */
export function lateCharge(
  balance: Fen,
  dueAt: Date,
  paidAt: Date,
  policy: Pick<Policy, 'lateDailyPct'>,
): Fen {
  const { numerator, denominator } = percentRatio(policy.lateDailyPct);
  return scaleHalfUp(balance, numerator * daysLate(dueAt, paidAt), denominator) as Fen;
}

/** From when on an unpaid balance is a default: more than `lateDefaultDays` days after it was due. */
export const paymentDefaultAt = (dueAt: Date, policy: Pick<Policy, 'lateDefaultDays'>): Date =>
  addCalendarDays(dueAt, policy.lateDefaultDays);
