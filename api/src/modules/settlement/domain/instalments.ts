import { apportion } from '@muheng/contracts/common/apportion';
import { addCalendarDays } from '@muheng/contracts/common/calendar';
import { type Policy, percentRatio } from '@muheng/contracts/common/policy';
import type { Fen } from '@muheng/contracts/common/quantity';

export interface Instalment {
  /** From 1. */
  part: number;
  amount: Fen;
  dueAt: Date;
}

/**
 * A balance in the parts that the policy plans (domain §16 installments): by largest remainder, so that they add up to
 * it; parts of nothing left out. One part or none is no instalment plan: the balance is due at once then.
 */
export function planInstalments(
  balance: Fen,
  signedAt: Date,
  policy: Partial<Pick<Policy, 'installments' | 'installmentPlan'>>,
): Instalment[] {
  if (policy.installments !== 'on' || !policy.installmentPlan) return [];
  const plan = policy.installmentPlan;
  const amounts = apportion(
    balance,
    plan.map(({ pct }) => percentRatio(pct).numerator),
  );
  const parts = plan
    .map(({ days }, i) => ({ amount: (amounts[i] ?? 0n) as Fen, dueAt: addCalendarDays(signedAt, days) }))
    .filter(({ amount }) => amount > 0n)
    .map((each, i) => ({ ...each, part: i + 1 }));
  return parts.length > 1 ? parts : [];
}
