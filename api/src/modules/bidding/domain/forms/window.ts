import { type Refused, refuse } from '@muheng/contracts/common/problems';

/** What the notice fixed for a form without timed rounds; the interval is [opensAt, endsAt). */
export interface WindowTerms {
  /** Who offers (or, in a purchase, who buys): it takes no part itself. */
  organiser: string;
  opensAt: Date;
  endsAt: Date;
}

export interface WindowState {
  closedAt: Date | null;
  isSuspended: boolean;
}

/** What is known about who acts, read under the listing's lock. */
export interface Participant {
  code: string;
  /** Registered, qualified, deposit paid. */
  hasBiddingRight: boolean;
  /** The listing stands in the city window and this party is of another city. */
  isOutsideCityWindow: boolean;
  depositClosesAt: Date;
}

/**
 * Whether a party may act now. Refusals come in the order of replay.md: closed, own listing, registered, right to act
 * now. Null means that nothing speaks against it.
 */
export function refuseOutsideWindow(
  terms: WindowTerms,
  state: WindowState,
  participant: Participant,
  at: Date,
): Refused | null {
  const closedAt = state.closedAt ?? terms.endsAt;
  if (at >= closedAt) return refuse('bidding.closed', { closedAt: closedAt.toISOString() });
  if (participant.code === terms.organiser) return refuse('bidding.own-listing');
  if (!participant.hasBiddingRight) {
    const depositCloseAt = participant.depositClosesAt.toISOString();
    return refuse('bidding.not-registered', { bidder: participant.code, depositCloseAt });
  }
  const notNow = (cause: string, from: Date | null): Refused =>
    refuse('bidding.not-in-window', { cause, from: from?.toISOString() ?? '' });
  if (state.isSuspended) return notNow('suspended', null);
  if (at < terms.opensAt) return notNow('not-yet-open', terms.opensAt);
  return participant.isOutsideCityWindow ? notNow('city-window', null) : null;
}
