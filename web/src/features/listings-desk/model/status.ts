import type { ChipTone } from '../../../ui/status-chip.js';
import type { ListingStatus, ListingSummary } from '../api/listings.js';

const tones: Partial<Record<ListingStatus, ChipTone>> = {
  notice: 'notice',
  'prefecture-window': 'notice',
  'listing-open': 'wait',
  'timed-bidding': 'up',
  'ceiling-reached': 'up',
  lottery: 'up',
  'closed-sold': 'down',
  suspended: 'up',
  'county-certified': 'primary',
  'city-review': 'primary',
  'region-review': 'primary',
  'gov-approval': 'primary',
};

export const toneOf = (status: ListingStatus): ChipTone => tones[status] ?? 'neutral';
export const isLive = (status: ListingStatus): boolean =>
  status === 'timed-bidding' || status === 'ceiling-reached' || status === 'lottery';
/** Before any bid can have come in: the seller may take it back. */
export const mayBeWithdrawn = (status: ListingStatus, bids: number): boolean =>
  bids === 0 &&
  [
    'draft',
    'county-certified',
    'city-review',
    'region-review',
    'gov-approval',
    'prefecture-window',
    'notice',
    'listing-open',
  ].includes(status);

export const statusGroups = {
  working: ['draft', 'county-certified', 'city-review', 'region-review', 'gov-approval'],
  live: [
    'prefecture-window',
    'notice',
    'listing-open',
    'timed-bidding',
    'ceiling-reached',
    'lottery',
    'suspended',
  ],
  ended: ['closed-sold', 'closed-failed', 'terminated', 'withdrawn'],
} as const satisfies Record<string, readonly ListingStatus[]>;
export type StatusGroup = keyof typeof statusGroups;

type TimeWord = 'opens' | 'ends' | 'closed' | 'created';

/** The one instant that matters at this stage. */
export function timeOf(listing: ListingSummary): { word: TimeWord; at: string } {
  if (listing.closedAt) return { word: 'closed', at: listing.closedAt };
  if (listing.status === 'notice' && listing.opensAt) return { word: 'opens', at: listing.opensAt };
  const ends = isLive(listing.status) ? listing.closesAt : listing.listingEndsAt;
  return ends ? { word: 'ends', at: ends } : { word: 'created', at: listing.createdAt };
}
