/** Forms of sale and status words, each one list: table, type, URL and page say the same (domain §7, §11). */

/** Which of the forms can be used, `listing.form-not-allowed` says. */
export const tradeForms = [
  'timed-bidding',
  'fixed-price',
  'sealed-uniform',
  'sealed-first-price',
  'reverse-purchase',
  'negotiated',
  'allocation',
] as const;
export type TradeForm = (typeof tradeForms)[number];

/** A listing's life. */
export const listingStatuses = [
  'draft',
  'county-certified',
  'city-review',
  'region-review',
  'gov-approval',
  'prefecture-window',
  'notice',
  'listing-open',
  'timed-bidding',
  'ceiling-reached',
  'lottery',
  'closed-sold',
  'closed-failed',
  'suspended',
  'terminated',
  'withdrawn',
] as const;
export type ListingStatus = (typeof listingStatuses)[number];

/** A registration's life. */
export const registrationStatuses = [
  'applied',
  'qualified',
  'rejected',
  'deposit-paid',
  'bidding-right',
  'deposit-applied',
  'refunded',
  'forfeited',
] as const;
export type RegistrationStatus = (typeof registrationStatuses)[number];

/** A trade's life. */
export const tradeStatuses = [
  'pre-deal',
  'result-publicity',
  'confirmed',
  'contract-signed',
  'payment-due',
  'paid',
  'transfer-filed',
  'quota-transferred',
  'certificate-issued',
  'proceeds-distributed',
  'completed',
  'objection-hold',
  'defaulted',
  'annulled',
] as const;
export type TradeStatus = (typeof tradeStatuses)[number];
