import { cityCodeOf } from '@muheng/contracts/common/regions';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Participant, WindowState, WindowTerms } from '../domain/forms/window.js';
import type { BidderRow } from '../persistence/auction.repository.js';
import type { FormListing } from '../persistence/form-listing.repository.js';

/** A deal with a named buyer takes no registrations. */
export const biddingForms: ReadonlySet<string> = new Set([
  'timed-bidding',
  'fixed-price',
  'sealed-first-price',
  'sealed-uniform',
  'reverse-purchase',
]);

const waiting: Readonly<Record<string, string>> = {
  'county-certified': 'county-check',
  'city-review': 'city',
  'region-review': 'region',
  'gov-approval': 'region-government',
};

export interface FormWindow {
  terms: WindowTerms;
  state: WindowState;
  depositClosesAt: Date;
}

/**
 * The window of a listing of this form. Throws `listing.not-found` for a draft or none, `listing.not-approved` before
 * its notice, `listing.form-not-allowed` when it is sold in another form.
 */
export function windowOf(
  row: FormListing | null,
  listingId: string,
  forms: ReadonlySet<string>,
): { row: FormListing; window: FormWindow } {
  const none = (): Refusal => new Refusal('listing.not-found', { params: { listing: listingId } });
  if (!row || row.status === 'draft') throw none();
  const lane = waiting[row.status];
  if (lane !== undefined) throw new Refusal('listing.not-approved', { params: { lane } });
  if (!forms.has(row.form)) throw new Refusal('listing.form-not-allowed', { params: { form: row.form } });
  const { opensAt, endsAt, depositCloseAt } = row;
  if (!opensAt || !endsAt || !depositCloseAt) throw none();
  return {
    row,
    window: {
      terms: { organiser: row.organiser, opensAt, endsAt },
      state: { closedAt: row.closedAt, isSuspended: row.status === 'suspended' },
      depositClosesAt: depositCloseAt,
    },
  };
}

/** Whether a listing still stands in its city window: the timetable is the city's until the region's notice. */
export const isCityOnly = (row: { cityWindowEndsAt: Date | null; endsAt: Date | null }): boolean =>
  row.cityWindowEndsAt !== null && row.endsAt !== null && row.endsAt <= row.cityWindowEndsAt;

/** Who acts, as the rules know it. */
export const participantOf = (
  code: string,
  bidder: BidderRow | undefined,
  row: FormListing,
  depositClosesAt: Date,
): Participant => ({
  code,
  hasBiddingRight: bidder?.status === 'bidding-right',
  isOutsideCityWindow:
    isCityOnly(row) && bidder !== undefined && cityCodeOf(bidder.regionCode) !== cityCodeOf(row.regionCode),
  depositClosesAt,
});
