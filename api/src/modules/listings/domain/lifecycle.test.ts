import { listingStatuses, type ListingStatus } from '@muheng/contracts/common/statuses';
import { type FormEvent, formEvents, nextFormStage } from '@muheng/contracts/common/form-lifecycles';
import { isRefused, type Refused } from '@muheng/contracts/common/problems';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasEnded,
  type ListingEvent,
  listingTransitions,
  nextListingStatus,
  resumeListing,
  statusAfterApprovals,
} from './lifecycle.js';

type AnyEvent = ListingEvent | FormEvent;
const events: AnyEvent[] = [...(Object.keys(listingTransitions) as ListingEvent[]), ...formEvents];
const isForms = (event: AnyEvent): event is FormEvent => (formEvents as readonly string[]).includes(event);
/** One event further: by the table of everybody, or by that of timed bidding from its notice on. */
const next = (status: ListingStatus, event: AnyEvent): ListingStatus | Refused =>
  isForms(event)
    ? (nextFormStage('timed-bidding', status, event) as ListingStatus | Refused)
    : nextListingStatus(status, event);
const after = (...path: AnyEvent[]): ListingStatus =>
  path.reduce<ListingStatus>((status, event) => {
    const reached = next(status, event);
    if (isRefused(reached)) throw new Error(`${status} does not allow ${event}`);
    return reached;
  }, 'draft');

describe('the life of a listing (domain §7)', () => {
  it('runs from draft to sale', () => {
    expect(
      after('certify', 'send-to-city', 'send-to-region', 'give-notice', 'open', 'start-timed', 'sell'),
    ).toBe('closed-sold');
    expect(after('certify', 'give-notice', 'open', 'reach-ceiling', 'draw', 'sell')).toBe('closed-sold');
  });

  it('refuses what stands in no row, with status and action', () => {
    expect(nextListingStatus('draft', 'suspend')).toMatchObject({
      refused: 'listing.wrong-status',
      params: { status: 'draft', action: 'suspend' },
    });
  });

  it('never leaves an end, and reaches every status', () => {
    const seen = new Set<ListingStatus>(['draft']);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 80, size: 'max' }), (path) => {
        let status: ListingStatus = 'draft';
        for (const event of path) {
          const reached = next(status, event);
          if (isRefused(reached)) continue;
          if (hasEnded(status)) return false;
          status = reached;
          seen.add(status);
        }
        return true;
      }),
      { numRuns: 2_000, seed: 1 },
    );
    expect(listingStatuses.filter((status) => !seen.has(status))).toEqual([]);
  });

  it('resumes where it was suspended', () => {
    expect(resumeListing('suspended', 'timed-bidding')).toBe('timed-bidding');
    expect(resumeListing('suspended', 'closed-sold')).toMatchObject({ refused: 'listing.wrong-status' });
    expect(resumeListing('notice', 'notice')).toMatchObject({ refused: 'listing.wrong-status' });
  });

  it('walks the lanes in order, then is published', () => {
    const lanes = ['county-check', 'city', 'region', 'region-government'] as const;
    expect([0, 1, 2, 3, 4].map((signed) => statusAfterApprovals(lanes, signed))).toEqual([
      'county-certified',
      'city-review',
      'region-review',
      'gov-approval',
      'notice',
    ]);
    expect(statusAfterApprovals([], 0)).toBe('notice');
  });
});
