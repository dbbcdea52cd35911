import type { AuctionForm } from './pricing.js';

/** What the forms of sale have in common and where they differ (domain §11), as data. */
export interface FormRules {
  /** Whether the deal is with one named buyer. */
  hasNamedBuyer: boolean;
  /** The clock of the notice: rounds after the listing, one window, or no bidding at all. */
  clock: 'rounds' | 'window' | 'none';
  /** Whether equal standing may have to be drawn: then the notice commits to a draw. */
  mayDraw: boolean;
  /** Bids are sealed to a key whose private half nobody holds alone. */
  isSealed: boolean;
}

const bidding = { hasNamedBuyer: false, isSealed: false } as const;
const named = { hasNamedBuyer: true, clock: 'none', mayDraw: false, isSealed: false } as const;

export const formRules: Readonly<Record<Exclude<AuctionForm, 'reverse-purchase'>, FormRules>> = {
  'timed-bidding': { ...bidding, clock: 'rounds', mayDraw: true },
  'fixed-price': { ...bidding, clock: 'window', mayDraw: false },
  'sealed-first-price': { hasNamedBuyer: false, clock: 'window', mayDraw: true, isSealed: true },
  'sealed-uniform': { hasNamedBuyer: false, clock: 'window', mayDraw: true, isSealed: true },
  negotiated: named,
  allocation: named,
};

/** The rules of a form that can be listed here; null for one that cannot. */
export const rulesOf = (form: AuctionForm): FormRules | null =>
  form === 'reverse-purchase' ? null : formRules[form];
