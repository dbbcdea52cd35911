import type { Scenario } from '../../../api/replay/scenario.js';
import { buyers, marketDay } from './story.js';

const paper = { quota: 'SFQ', grade: 11, fundingSource: 'county' } as const;
const [jinfeng, ningdong] = buyers;

/** One sale in its days of publicity with an objection against it, an auction with a ceiling and a sealed one to come. */
export const busyMarket: Scenario = {
  ...marketDay,
  name: 'a market with work for every desk',
  lots: [
    ...marketDay.lots,
    { ref: 'L2', owner: '640424', areaHa: '20.0000', capacityKg: '120000.0000', ...paper },
    { ref: 'L3', owner: '640423', areaHa: '30.0000', capacityKg: '240000.0000', ...paper },
  ],
  surveys: [
    ...marketDay.surveys,
    { county: '640424', farmlandHa: '50000.0000', targetHa: '49000.0000' },
    { county: '640423', farmlandHa: '60000.0000', targetHa: '59000.0000' },
  ],
  steps: [
    {
      do: 'create-listing',
      ref: 'T',
      seller: '640425',
      form: 'timed-bidding',
      title: '彭阳县旱地指标',
      items: [{ lot: 'L1', areaHa: '60.8544', capacityKg: '365126.4000' }],
      startPriceCny: '45640800.00',
      approvals: 'auto',
      expect: 'ok',
    },
    { do: 'advance', to: 'listing:T:listing-open', expect: 'ok' },
    { do: 'register', listing: 'T', buyer: jinfeng, expect: 'ok' },
    { do: 'register', listing: 'T', buyer: ningdong, expect: 'ok' },
    { do: 'bid', listing: 'T', buyer: ningdong, priceCny: '45640800.00', expect: 'ok' },
    { do: 'bid', listing: 'T', buyer: jinfeng, priceCny: '47922840.00', expect: 'ok' },
    { do: 'advance', to: 'listing:T:closed' },
    { do: 'object', listing: 'T', by: '640221', reason: '受让方的用地项目尚未批准', expect: 'ok' },
    {
      do: 'create-listing',
      ref: 'A',
      seller: '640424',
      form: 'timed-bidding',
      title: '泾源县旱地指标',
      items: [{ lot: 'L2', areaHa: '8.0000', capacityKg: '48000.0000' }],
      startPriceCny: '6000000.00',
      stepCny: '300000.00',
      ceilingCny: '6900000.00',
      approvals: 'auto',
      expect: 'ok',
    },
    {
      do: 'create-listing',
      ref: 'S',
      seller: '640423',
      form: 'sealed-first-price',
      title: '隆德县旱地指标',
      items: [{ lot: 'L3', areaHa: '10.0000', capacityKg: '60000.0000' }],
      startPriceCny: '7500000.00',
      approvals: 'auto',
      expect: 'ok',
    },
  ],
};
