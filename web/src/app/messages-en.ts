import { en as app } from './locales/en.js';
import { en as bidding } from '../features/bidding/locales/en.js';
import { en as listings } from '../features/listings/locales/en.js';
import { en as market } from '../features/market/locales/en.js';
import { en as prices } from '../features/prices/locales/en.js';
import { en as reports } from '../features/reports/locales/en.js';
import { en as results } from '../features/results/locales/en.js';
import { en as verification } from '../features/verification/locales/en.js';
import type { Bundle } from '../lib/messages.js';
import { en as ui } from '../ui/locales/en.js';

/** All English messages by namespace: downloaded when English is chosen. */
export const enBundle: Bundle = {
  ui,
  app,
  market,
  bidding,
  listings,
  prices,
  reports,
  results,
  verification,
};
