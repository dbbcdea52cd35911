import { addCalendarDays, endOfWorkingDays, type WorkingDayTable } from '@muheng/contracts/common/calendar';
import type { Policy } from '@muheng/contracts/common/policy';

/** Deadlines of a trade (domain §14, §16): working days end at 24:00, calendar days are 24 h each. */

export const publicityEnd = (
  publishedAt: Date,
  policy: Pick<Policy, 'resultPublicityDays'>,
  table: WorkingDayTable,
): Date => endOfWorkingDays(publishedAt, policy.resultPublicityDays, table);

export const contractDue = (
  confirmedAt: Date,
  policy: Pick<Policy, 'contractDays'>,
  table: WorkingDayTable,
): Date => endOfWorkingDays(confirmedAt, policy.contractDays, table);

export const paymentDue = (signedAt: Date, policy: Pick<Policy, 'paymentDays'>): Date =>
  addCalendarDays(signedAt, policy.paymentDays);

export const refundDue = (closedAt: Date, policy: Pick<Policy, 'refundDays'>, table: WorkingDayTable): Date =>
  endOfWorkingDays(closedAt, policy.refundDays, table);
