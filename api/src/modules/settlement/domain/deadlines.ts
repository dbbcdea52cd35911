import { addCalendarDays, endOfWorkingDays, type WorkingDayTable } from '@muheng/contracts/common/calendar';
import type { Policy } from '@muheng/contracts/common/policy';

/** Deadlines of a trade (domain §14, §16): working days end at 24:00, calendar days are 24 h each. */

export const publicityEnd = (
  publishedAt: Date,
  policy: Pick<Policy, 'resultPublicityDays'>,
  table: WorkingDayTable,
): Date => endOfWorkingDays(publishedAt, policy.resultPublicityDays, table);

/** So many days after `start`, in the unit that the policy names; one from before the unit was named has the given. */
const afterDays = (
  start: Date,
  days: number,
  unit: Policy['paymentDaysUnit'],
  table: WorkingDayTable,
): Date => (unit === 'working' ? endOfWorkingDays(start, days, table) : addCalendarDays(start, days));

export const contractDue = (
  confirmedAt: Date,
  policy: Pick<Policy, 'contractDays'> & Partial<Pick<Policy, 'contractDaysUnit'>>,
  table: WorkingDayTable,
): Date => afterDays(confirmedAt, policy.contractDays, policy.contractDaysUnit ?? 'working', table);

export const paymentDue = (
  signedAt: Date,
  policy: Pick<Policy, 'paymentDays'> & Partial<Pick<Policy, 'paymentDaysUnit'>>,
  table: WorkingDayTable,
): Date => afterDays(signedAt, policy.paymentDays, policy.paymentDaysUnit ?? 'calendar', table);

export const refundDue = (closedAt: Date, policy: Pick<Policy, 'refundDays'>, table: WorkingDayTable): Date =>
  endOfWorkingDays(closedAt, policy.refundDays, table);
