import type { Scenario } from '../../../api/replay/scenario.js';

/** The one lot of the stories here: all that 彭阳 has banked. */
export const lotRef = 'L1';
export const seller = '640425';
export const buyers = ['640106', 'NDGW'] as const;

const SFQ = 'SFQ' as const;

/** 彭阳 has 80 ha and needs 12.3456 of them itself; 金凤 and 宁东 look for land. */
export const marketDay: Scenario = {
  scenario: 1,
  name: 'a market day in the browser',
  start: '2026-03-02T09:00:00+08:00',
  policyPack: 'ningxia',
  policy: {},
  parties: [{ code: 'NDGW', kind: 'zone', county: '640181', name: '宁东管委会' }],
  lots: [
    {
      ref: lotRef,
      owner: seller,
      quota: SFQ,
      areaHa: '80.0000',
      capacityKg: '480000.0000',
      grade: 12,
      fundingSource: 'county',
    },
  ],
  needs: [
    {
      ref: '县城道路',
      party: seller,
      quota: SFQ,
      areaHa: '12.3456',
      capacityKg: '74073.6000',
      category: 'construction',
    },
    {
      ref: '高铁北站',
      party: '640106',
      quota: SFQ,
      areaHa: '70.0000',
      capacityKg: '500000.0000',
      category: 'regional-key',
    },
    {
      ref: '基地二期',
      party: 'NDGW',
      quota: SFQ,
      areaHa: '72.0000',
      capacityKg: '400000.0000',
      category: 'construction',
    },
  ],
  usage: [{ county: seller, quota: SFQ, meanYearlyAreaHa: '18.0000', meanYearlyCapacityKg: '108000.0000' }],
  surveys: [{ county: seller, farmlandHa: '90000.0000', targetHa: '88000.0000' }],
  declarations: [],
  steps: [],
};

/** A market before anything was banked. */
export const emptyMarket: Scenario = {
  ...marketDay,
  name: 'an empty market',
  parties: [],
  lots: [],
  needs: [],
  usage: [],
  surveys: [],
};

/** The same market with the lot listed and open, both buyers entitled to bid. */
export const openListing: Scenario = {
  ...marketDay,
  name: 'an open listing',
  steps: [
    {
      do: 'create-listing',
      ref: 'A',
      seller,
      form: 'timed-bidding',
      items: [{ lot: lotRef, areaHa: '60.8544', capacityKg: '365126.4000' }],
      startPriceCny: '45640800.00',
      approvals: 'auto',
      expect: 'ok',
    },
    { do: 'advance', to: 'listing:A:listing-open', expect: 'ok' },
    { do: 'register', listing: 'A', buyer: buyers[0], expect: 'ok' },
    { do: 'register', listing: 'A', buyer: buyers[1], expect: 'ok' },
  ],
};

const paper = { quota: SFQ, grade: 11, fundingSource: 'county' } as const;

/** A market with something on every public page: one trade done, one auction under way, one notice, and drafts. */
export const fullMarket: Scenario = {
  ...openListing,
  name: 'a market with something on every page',
  lots: [
    ...marketDay.lots,
    { ref: 'L2', owner: '640424', areaHa: '20.0000', capacityKg: '120000.0000', ...paper },
    {
      ref: 'L3',
      owner: '640423',
      areaHa: '30.0000',
      paddyHa: '30.0000',
      capacityKg: '240000.0000',
      ...paper,
    },
  ],
  surveys: [
    ...marketDay.surveys,
    { county: '640424', farmlandHa: '50000.0000', targetHa: '49000.0000' },
    { county: '640423', farmlandHa: '60000.0000', targetHa: '59000.0000' },
  ],
  steps: [
    ...openListing.steps,
    { do: 'bid', listing: 'A', buyer: buyers[0], priceCny: '45640800.00', expect: 'ok' },
    { do: 'bid', listing: 'A', buyer: buyers[1], priceCny: '47922840.00', expect: 'ok' },
    { do: 'advance', to: 'listing:A:timed-bidding' },
    { do: 'bid', listing: 'A', buyer: buyers[0], priceCny: '50204880.00', expect: 'ok' },
    { do: 'advance', to: 'listing:A:closed' },
    { do: 'object', listing: 'A', by: '640221', reason: '受让方的用地项目尚未批准', expect: 'ok' },
    { do: 'object', listing: 'A', by: '640221', reason: '再提一次', expect: 'complaint.already-open' },
    { do: 'decide-objection', listing: 'A', by: '640000', uphold: false, reason: '项目已批准', expect: 'ok' },
    { do: 'advance', to: 'listing:A:publicity-end' },
    { do: 'settle', listing: 'A', expect: 'ok' },
    { do: 'suspend', party: '640105', ground: 'idle-land', reason: '闲置土地处置率不足', expect: 'ok' },
    {
      do: 'create-listing',
      ref: 'B',
      seller: '640424',
      form: 'timed-bidding',
      title: '泾源县旱地补充耕地指标',
      items: [{ lot: 'L2', areaHa: '8.0000', capacityKg: '48000.0000' }],
      startPriceCny: '6000000.00',
      approvals: 'auto',
      expect: 'ok',
    },
    { do: 'advance', to: 'listing:B:listing-open' },
    { do: 'register', listing: 'B', buyer: buyers[0], expect: 'ok' },
    { do: 'register', listing: 'B', buyer: buyers[1], expect: 'ok' },
    { do: 'bid', listing: 'B', buyer: buyers[0], priceCny: '6000000.00', expect: 'ok' },
    { do: 'bid', listing: 'B', buyer: buyers[1], priceCny: '6300000.00', expect: 'ok' },
    { do: 'advance', to: 'listing:B:timed-bidding' },
    { do: 'bid', listing: 'B', buyer: buyers[0], priceCny: '6600000.00', expect: 'ok' },
    {
      do: 'create-listing',
      ref: 'C',
      seller: '640423',
      form: 'timed-bidding',
      title: '隆德县水田补充耕地指标',
      items: [{ lot: 'L3', areaHa: '12.0000', paddyHa: '12.0000', capacityKg: '96000.0000' }],
      startPriceCny: '12000000.00',
      approvals: 'none',
      expect: 'ok',
    },
    // Lane after lane, in order, with a reason; what is sent back is certified anew.
    { do: 'approve', listing: 'C', by: '640000', reason: '越级', expect: 'listing.lane-not-yours' },
    { do: 'approve', listing: 'C', by: '640400', reason: '材料齐全', expect: 'ok' },
    { do: 'approve', listing: 'C', by: '640000', reason: '符合规则', expect: 'ok' },
    {
      do: 'create-listing',
      ref: 'D',
      seller: '640423',
      form: 'timed-bidding',
      title: '隆德县余量',
      items: [{ lot: 'L3', areaHa: '1.0000', paddyHa: '1.0000', capacityKg: '8000.0000' }],
      startPriceCny: '1000000.00',
      approvals: 'none',
      expect: 'ok',
    },
    { do: 'approve', listing: 'D', by: '640400', reason: '材料齐全', expect: 'ok' },
    { do: 'reject', listing: 'D', by: '640000', reason: '面积与图件不符，请更正后重报', expect: 'ok' },
  ],
};
