import { listingStatuses, type ListingStatus } from '@muheng/contracts/common/statuses';
import { isRefused } from '@muheng/contracts/common/problems';
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

const events = Object.keys(listingTransitions) as ListingEvent[];
const after = (...path: ListingEvent[]): ListingStatus =>
  path.reduce<ListingStatus>((status, event) => {
    const next = nextListingStatus(status, event);
    if (isRefused(next)) throw new Error(`${status} does not allow ${event}`);
    return next;
  }, 'draft');

describe('the life of a listing (domain §7)', () => {
  it('runs from draft to sale', () => {
    expect(
      after(
        'certify',
        'send-to-city',
        'send-to-region',
        'give-notice',
        'open',
        'start-timed-bidding',
        'sell',
      ),
    ).toBe('closed-sold');
    expect(after('certify', 'give-notice', 'open', 'reach-ceiling', 'draw', 'sell')).toBe('closed-sold');
  });

  it('refuses what stands in no row, with status and action', () => {
    expect(nextListingStatus('draft', 'open')).toMatchObject({
      refused: 'listing.wrong-status',
      params: { status: 'draft', action: 'open' },
    });
  });

  it('never leaves an end, and reaches every status', () => {
    const seen = new Set<ListingStatus>(['draft']);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 40 }), (path) => {
        let status: ListingStatus = 'draft';
        for (const event of path) {
          const next = nextListingStatus(status, event);
          if (isRefused(next)) continue;
          if (hasEnded(status)) return false;
          status = next;
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
