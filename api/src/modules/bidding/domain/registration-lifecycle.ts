import { type Refused, refuse } from '@muheng/contracts/common/problems';
import type { RegistrationStatus } from '@muheng/contracts/common/statuses';

interface Transition {
  from: readonly RegistrationStatus[];
  to: RegistrationStatus;
}

/** event → from which statuses, to which. A deposit goes one of three ways, once. */
export const registrationTransitions = {
  qualify: { from: ['applied'], to: 'qualified' },
  reject: { from: ['applied', 'qualified'], to: 'rejected' },
  'pay-deposit': { from: ['qualified'], to: 'deposit-paid' },
  'grant-right': { from: ['deposit-paid'], to: 'bidding-right' },
  'apply-deposit': { from: ['bidding-right'], to: 'deposit-applied' },
  refund: { from: ['deposit-paid', 'bidding-right'], to: 'refunded' },
  forfeit: { from: ['bidding-right', 'deposit-applied'], to: 'forfeited' },
} as const satisfies Record<string, Transition>;
export type RegistrationEvent = keyof typeof registrationTransitions;

export function nextRegistrationStatus(
  status: RegistrationStatus,
  event: RegistrationEvent,
): RegistrationStatus | Refused {
  const { from, to }: Transition = registrationTransitions[event];
  return from.includes(status) ? to : refuse('listing.wrong-status', { status, action: event });
}
