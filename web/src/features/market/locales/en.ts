import type { SameKeys } from '../../../lib/messages.js';
import type { zhCn } from './zh-cn.js';

export const en: SameKeys<typeof zhCn> = {
  title: "22 counties, today's balance",
  atlas: 'Flows and monthly prices',
  updated: 'Supplementary quota · {{unit}} · as of {{at}}',
  components: 'Component shown',
  kpi: {
    surplus: 'Surplus for sale',
    surplusNote: '{{count}} counties, net of needs',
    shortage: 'Shortage to cover',
    shortageNote: '{{count}} counties',
    shortageBalanced: '{{count}} counties · {{names}} balanced',
    traded: 'Traded this year',
    tradedNote: '{{count}} lots · {{amount}} × 100m CNY',
    price: 'Weighted price',
    priceNote: 'on last month',
    priceNone: 'no trades yet this year',
  },
  county: {
    formula: '{{available}} available − {{need}} need − {{reserve}} reserve = ',
    net: 'surplus {{net}} {{unit}}',
    short: 'shortage {{net}} {{unit}}',
    beam: '{{name}}: available {{available}}, county need {{need}}, reserve {{reserve}}',
    weeks: '{{what}}, 13-week mean',
    weeksLabel: 'Mean price of 13 weeks, latest {{price}} (10k CNY/mu)',
    flows: 'Sold to, one year',
    noFlows: 'nothing sold in a year',
    noPrices: 'no trades in 13 weeks',
    choose: 'Choose a county to see what it has, needs and reserves.',
    paddy: 'Paddy',
    dry: 'Dryland',
  },
  listings: {
    title: 'Listings and auctions',
    summary: '{{open}} in bidding · {{notice}} on notice',
    all: 'All notices',
    caption: 'Lots in bidding, on notice and recently sold',
  },
};
