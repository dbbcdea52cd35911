import { type Refused, refuse } from '@muheng/contracts/common/problems';

export interface RegistrationWindow {
  noticeAt: Date;
  depositClosesAt: Date;
  closedAt: Date | null;
}

/**
 * Whether a listing takes registrations at `at`: from its notice until deposits close (domain §11 F1.2). A registration
 * is refused for this first, then for being the seller's own, then for `party.*` (replay.md).
 */
export function refuseRegistrationTime(window: RegistrationWindow, at: Date): Refused | null {
  const closedAt = window.closedAt ?? window.depositClosesAt;
  if (at >= closedAt) return refuse('bidding.closed', { closedAt: closedAt.toISOString() });
  if (at >= window.noticeAt) return null;
  return refuse('bidding.not-in-window', { cause: 'not-yet-open', from: window.noticeAt.toISOString() });
}
