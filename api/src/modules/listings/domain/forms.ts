import type { TradeForm } from '@muheng/contracts/common/statuses';

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
  /** Who lists it buys, and sellers offer: it names quantities, and lots come with the offers. */
  isPurchase: boolean;
}

const bidding = { hasNamedBuyer: false, isSealed: false, isPurchase: false } as const;
const named = { ...bidding, hasNamedBuyer: true, clock: 'none', mayDraw: false } as const;
const sealed = { ...bidding, clock: 'window', mayDraw: true, isSealed: true } as const;

const formRules: Readonly<Record<TradeForm, FormRules>> = {
  'timed-bidding': { ...bidding, clock: 'rounds', mayDraw: true },
  'fixed-price': { ...bidding, clock: 'window', mayDraw: false },
  'sealed-first-price': sealed,
  'sealed-uniform': sealed,
  'reverse-purchase': { ...bidding, clock: 'window', mayDraw: true, isPurchase: true },
  negotiated: named,
  allocation: named,
};

export const rulesOf = (form: TradeForm): FormRules => formRules[form];
