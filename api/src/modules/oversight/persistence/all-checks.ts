import type { Check } from '../domain/check.js';
import { auctionChecks } from './checks/auction.checks.js';
import { guardChecks } from './checks/guard.checks.js';
import { ledgerChecks } from './checks/ledger.checks.js';
import { listingChecks } from './checks/listing.checks.js';
import { moneyChecks } from './checks/money.checks.js';
import { sliceChecks } from './checks/slice.checks.js';
import { tradeChecks } from './checks/trade.checks.js';
import { useChecks } from './checks/use.checks.js';

/** Everything that must hold. The test auditor, the worker's minute run and `npm run reconcile` all read this list. */
export const allChecks: readonly Check[] = [
  ...ledgerChecks,
  ...sliceChecks,
  ...useChecks,
  ...listingChecks,
  ...auctionChecks,
  ...tradeChecks,
  ...moneyChecks,
  ...guardChecks,
];

/** What a full run counts beside entries, postings and slices, so that a nil report says how much it looked at. */
export const counted = ['account', 'hold', 'lot', 'listing', 'bid', 'trade', 'payment'] as const;
