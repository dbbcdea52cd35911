import type { ApprovalLane } from '@muheng/contracts/common/policy';
import { type Refused, refuse } from '@muheng/contracts/common/problems';
import type { ListingStatus } from '@muheng/contracts/common/statuses';

const underApproval = ['county-certified', 'city-review', 'region-review', 'gov-approval'] as const;
const running = ['prefecture-window', 'notice', 'listing-open', 'timed-bidding', 'ceiling-reached'] as const;

interface Transition {
  from: readonly ListingStatus[];
  to: ListingStatus;
}

/** What people decide about a listing; from its notice to its end the table of its form says more (`form-lifecycles`). */
export const listingTransitions = {
  certify: { from: ['draft'], to: 'county-certified' },
  'send-to-city': { from: underApproval, to: 'city-review' },
  'send-to-region': { from: underApproval, to: 'region-review' },
  'send-to-government': { from: underApproval, to: 'gov-approval' },
  reject: { from: underApproval, to: 'draft' },
  'open-city-window': { from: underApproval, to: 'prefecture-window' },
  'give-notice': { from: [...underApproval, 'prefecture-window'], to: 'notice' },
  suspend: { from: running, to: 'suspended' },
  terminate: { from: [...running, 'lottery', 'suspended'], to: 'terminated' },
  withdraw: { from: ['draft', ...underApproval, ...running, 'suspended'], to: 'withdrawn' },
} as const satisfies Record<string, Transition>;
export type ListingEvent = keyof typeof listingTransitions;

/** The status after an event, or `listing.wrong-status`. A suspended listing goes back by `resumeListing`. */
export function nextListingStatus(status: ListingStatus, event: ListingEvent): ListingStatus | Refused {
  const { from, to }: Transition = listingTransitions[event];
  return from.includes(status) ? to : refuse('listing.wrong-status', { status, action: event });
}

/** A suspended listing goes on where it stood. */
export function resumeListing(status: ListingStatus, suspendedFrom: ListingStatus): ListingStatus | Refused {
  const resumable = status === 'suspended' && (running as readonly ListingStatus[]).includes(suspendedFrom);
  return resumable ? suspendedFrom : refuse('listing.wrong-status', { status, action: 'resume' });
}

export const endedStatuses: readonly ListingStatus[] = [
  'closed-sold',
  'closed-failed',
  'terminated',
  'withdrawn',
];
export const hasEnded = (status: ListingStatus): boolean => endedStatuses.includes(status);

/** The status in which a listing waits for each lane's signature. */
export const statusOfLane: Readonly<Record<ApprovalLane, ListingStatus>> = {
  'county-check': 'county-certified',
  city: 'city-review',
  region: 'region-review',
  'region-government': 'gov-approval',
};

/** Where a listing goes when `signed` lanes of `lanes` have approved: to the next lane, or to be published. */
export function statusAfterApprovals(lanes: readonly ApprovalLane[], signed: number): ListingStatus {
  const next = lanes[signed];
  return next === undefined ? 'notice' : statusOfLane[next];
}
