import type { EnforcementStage } from './enforcement.js';

/** Status words of a listing (domain §7) that say how far it has come; other statuses hold no listed quota. */
const stageByStatus: Readonly<Record<string, 'not-open' | 'open' | 'closed-unconfirmed'>> = {
  'county-certified': 'not-open',
  'city-review': 'not-open',
  'region-review': 'not-open',
  'gov-approval': 'not-open',
  notice: 'not-open',
  'prefecture-window': 'open',
  'listing-open': 'open',
  'timed-bidding': 'open',
  'ceiling-reached': 'open',
  lottery: 'open',
  suspended: 'open',
  'closed-sold': 'closed-unconfirmed',
};

/** Statuses of a trade before its confirmation; from `confirmed` on it is never clawed back. */
const unconfirmed: ReadonlySet<string> = new Set(['pre-deal', 'result-publicity', 'objection-hold']);

/** Which row of the enforcement table a listing falls under; null when it no longer holds the county's quota. */
export function enforcementStage(
  listingStatus: string,
  validBids: number,
  tradeStatus: string | null,
): EnforcementStage | null {
  const stage = stageByStatus[listingStatus];
  if (stage === undefined) return null;
  if (stage === 'not-open') return 'not-open';
  if (stage === 'open') return validBids > 0 ? 'open-with-bids' : 'open-without-bids';
  if (tradeStatus === 'defaulted' || tradeStatus === 'annulled') return null;
  return tradeStatus === null || unconfirmed.has(tradeStatus) ? 'closed-unconfirmed' : 'confirmed';
}
