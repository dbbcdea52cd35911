import type { RefusedListingModel } from '../../../features/listings/model/refused-listing.js';

/** The refused listing of picture i. */
export const refusedListing: RefusedListingModel = {
  title: '青铜峡市 2026 年第 4 批组合指标',
  listingsHref: '/seller/listings',
  judgedAt: '2026-11-24T14:31:07+08:00',
  policyVersion: 'v12',
  horizonMonths: 12,
  arithmetic: [
    {
      component: 'area',
      available: '41.8000',
      need: '12.0000',
      reserve: '1.8000',
      margin: '28.0000',
      requested: '20.0000',
    },
    {
      component: 'paddy',
      available: '10.9500',
      need: '9.5000',
      reserve: '0.9500',
      margin: '0.5000',
      requested: '4.0000',
    },
    {
      component: 'capacity',
      available: '501600.0000',
      need: '144000.0000',
      reserve: '21600.0000',
      margin: '336000.0000',
      requested: '240000.0000',
    },
  ],
  adopt: {
    key: 'reduce',
    title: '把水田改为 0.5000 公顷',
    effect: '其余不变。按 8.00 与 5.60 万元/亩估算，起始价由 1,824.0000 调为 1,698.0000 万元',
  },
  ways: [
    {
      key: 'bank',
      title: '登记新入库的水田，至少 3.5000 公顷',
      link: { text: '去指标库', href: '/seller/bank' },
    },
    {
      key: 'need',
      title: '需求已变化，更正本年需求申报',
      link: { text: '更正，需签发', href: '/seller/needs' },
    },
    {
      key: 'appeal',
      title: '对认定有异议，报设区市复核',
      link: { text: '申请复核', href: '/seller/appeals' },
    },
  ],
  needs: [
    { id: '1', name: '县级医院迁建', areaHa: '4.2000', paddyHa: '3.1000', capacityKg: '50400.0000' },
    { id: '2', name: '省道改线工程', areaHa: '5.3000', paddyHa: '4.4000', capacityKg: '63600.0000' },
    { id: '3', name: '农村产业融合项目', areaHa: '2.5000', paddyHa: '2.0000', capacityKg: '30000.0000' },
  ],
  needsTotal: { areaHa: '12.0000', paddyHa: '9.5000', capacityKg: '144000.0000' },
  checks: [
    { key: 'surplus', met: false, title: '分项净余', detail: '三项中一项未通过' },
    { key: 'retention', met: true, title: '耕地保有量', detail: '高于目标 0.4%' },
    { key: 'declaration', met: true, title: '本年需求申报', detail: '签于 36 日前，不超过 90 日' },
    { key: 'clean', met: true, title: '指标干净', detail: '已验收、已报备、未冻结' },
    { key: 'suspension', met: true, title: '未被暂停', detail: '无未还借用指标' },
  ],
};
