import { zhCn as app } from './locales/zh-cn.js';
import { zhCn as bidding } from '../features/bidding/locales/zh-cn.js';
import { zhCn as listings } from '../features/listings/locales/zh-cn.js';
import { zhCn as market } from '../features/market/locales/zh-cn.js';
import { zhCn as prices } from '../features/prices/locales/zh-cn.js';
import { zhCn as reports } from '../features/reports/locales/zh-cn.js';
import { zhCn as results } from '../features/results/locales/zh-cn.js';
import { zhCn as verification } from '../features/verification/locales/zh-cn.js';
import type { Bundle } from '../lib/messages.js';
import { zhCn as ui } from '../ui/locales/zh-cn.js';

/** All Chinese messages by namespace: part of the first download. */
export const zhCnBundle: Bundle = {
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
