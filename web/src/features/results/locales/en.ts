import type { SameKeys } from '../../../lib/messages.js';
import type { zhCn } from './zh-cn.js';

export const en: SameKeys<typeof zhCn> = {
  replay: 'Replay',
  title: 'Results',
  listing: 'Listing',
  buyer: 'Buyer',
  from: 'Seller {{seller}}',
  area: 'Area (mu)',
  price: 'Price (10,000 CNY)',
  perMu: '10,000 CNY / mu',
  bidders: 'Bidders',
  closed: 'Sold at',
  objections: 'Objections until {{at}}',
  empty: 'Nothing has been sold yet.',
  more: 'More results',
  quota: { SFQ: 'Supplementary farmland', LSQ: 'Linkage savings' },
  proceeds: {
    title: 'Where the money went',
    to: 'To',
    share: 'Share',
    amount: 'Amount (10,000 CNY)',
    payouts: 'Payouts',
    names: 'By name',
    empty: 'Nothing has been paid out yet.',
  },
};
