import { type QuotaKind, quotaKinds } from '@muheng/contracts/common/component';
import { formatCny, formatHa, formatKg } from '@muheng/contracts/common/quantity';
import { pricePerMu } from '../price-statistics.js';
import type { BucketFact, FlowFact, Named, ReportBook, ReportFacts, ReportSection } from './facts.js';
import { heldBuckets, type Movement, movementOf } from './movement.js';

const quotaNames = { SFQ: '补充耕地指标', LSQ: '增减挂钩节余指标' } as const;
const components = [
  { key: 'AREA', name: '耕地数量', unit: '公顷', text: formatHa },
  { key: 'PADDY', name: '水田规模', unit: '公顷', text: formatHa },
  { key: 'CAPACITY', name: '粮食产能', unit: '公斤', text: formatKg },
] as const;

/** What happened in a month in an area, as tables. The same facts give the same words, byte for byte. */
export function reportBook(facts: ReportFacts): ReportBook {
  const [year = '', month = ''] = facts.month.split('-');
  return {
    title: '指标交易监管月报',
    subtitle: `${facts.area.name}　${year} 年 ${Number(month)} 月`,
    at: facts.madeAt.toISOString(),
    lead:
      '结存与变动取自当月封账数据，封账后不再变动；成交按竞得时间归月，已违约、已撤销的不计入；' +
      '未结交易按制表时的状态统计。面积单位为公顷，产能单位为公斤，金额单位为元。',
    sections: [
      ...summary(facts),
      ...quotaKinds.flatMap((quota) =>
        components.flatMap((component) => stock(facts.buckets, quota, component)),
      ),
      ...quotaKinds.flatMap((quota) => flows(facts.flows, quota)),
      ...ages(facts),
      ...alerts(facts),
    ],
  };
}

function summary({ flows: all, listings }: ReportFacts): ReportSection[] {
  const rows = quotaKinds.map((quota) => {
    const of = all.filter((flow) => flow.quota === quota);
    const sum = (key: 'price' | 'area' | 'capacity' | 'pricedArea' | 'paidForArea'): bigint =>
      of.reduce((total, flow) => total + flow[key], 0n);
    const perMu = pricePerMu({ price: sum('paidForArea'), area: sum('pricedArea') });
    const listed = listings.find((each) => each.quota === quota);
    return [
      quotaNames[quota],
      String(listed?.noticed ?? 0),
      String(listed?.failed ?? 0),
      String(of.reduce((total, flow) => total + flow.trades, 0)),
      formatHa(sum('area')),
      formatKg(sum('capacity')),
      formatCny(sum('price')),
      perMu === null ? '—' : formatCny(perMu),
    ];
  });
  return [
    {
      title: '总览',
      note: '成交含买卖任一方在本地区的交易；均价为含面积成交的加权平均。',
      heads: ['指标', '公告', '流拍', '成交宗数', '面积', '产能', '成交价款', '均价（元/亩）'],
      rows,
      total: null,
    },
  ];
}

/** Per party: how the month began, what moved, how it ended; then where what is left stands. */
function stock(
  buckets: readonly BucketFact[],
  quota: QuotaKind,
  { key, name, unit, text }: (typeof components)[number],
): ReportSection[] {
  const facts = buckets.filter(({ asset }) => asset === `${quota}.${key}`);
  if (facts.length === 0) return [];
  const parties = [...new Map(facts.map(({ party }) => [party.code, party])).values()];
  const of = ({ code }: Named) => facts.filter(({ party }) => party.code === code);
  const columns: readonly ((each: readonly BucketFact[], movement: Movement) => bigint)[] = [
    (_, m) => m.opening,
    (_, m) => m.banked,
    (_, m) => m.transferred,
    (_, m) => m.writtenOff,
    (_, m) => m.otherOut,
    (_, m) => m.closing,
    ...heldBuckets.map((bucket) => (each: readonly BucketFact[]) => standing(each, bucket)),
  ];
  const rows = parties.map((party) => {
    const own = of(party);
    const movement = movementOf(own);
    return { party, cells: columns.map((column) => column(own, movement)) };
  });
  const total = columns.map((_, i) => rows.reduce((sum, { cells }) => sum + (cells[i] ?? 0n), 0n));
  return [
    {
      title: `${quotaNames[quota]}　${name}（${unit}）`,
      note: '月初结存＋入库＋净转入－核销－其他减少＝月末结存；后五列为月末结存的分布。',
      heads: [
        '单位',
        '月初结存',
        '入库',
        '净转入',
        '核销',
        '其他减少',
        '月末结存',
        '可用',
        '挂牌',
        '结算中',
        '挂钩',
        '冻结',
      ],
      rows: rows.map(({ party, cells }) => [party.name, ...cells.map((cell) => text(cell))]),
      total: ['合计', ...total.map((cell) => text(cell))],
    },
  ];
}

const standing = (facts: readonly BucketFact[], bucket: string): bigint =>
  facts.reduce((sum, fact) => sum + (fact.bucket === bucket ? fact.closing : 0n), 0n);

function flows(all: readonly FlowFact[], quota: QuotaKind): ReportSection[] {
  const of = all.filter((flow) => flow.quota === quota);
  if (of.length === 0) return [];
  const sum = (key: 'area' | 'paddy' | 'capacity' | 'price'): bigint =>
    of.reduce((total, flow) => total + flow[key], 0n);
  return [
    {
      title: `${quotaNames[quota]}　流向`,
      note: '按成交价款由高到低。',
      heads: ['转出方 → 转入方', '宗数', '面积', '水田', '产能', '成交价款'],
      rows: of.map((flow) => [
        `${flow.seller.name} → ${flow.buyer.name}`,
        String(flow.trades),
        formatHa(flow.area),
        formatHa(flow.paddy),
        formatKg(flow.capacity),
        formatCny(flow.price),
      ]),
      total: [
        '合计',
        String(of.reduce((total, flow) => total + flow.trades, 0)),
        formatHa(sum('area')),
        formatHa(sum('paddy')),
        formatKg(sum('capacity')),
        formatCny(sum('price')),
      ],
    },
  ];
}

const stages: Readonly<Record<string, string>> = {
  'pre-deal': '预成交',
  'result-publicity': '结果公示',
  'objection-hold': '异议处理',
  confirmed: '待签约',
  'contract-signed': '已签约',
  'payment-due': '待付款',
  paid: '已付款',
  'transfer-filed': '过户备案',
  'quota-transferred': '已过户',
  'certificate-issued': '已发证',
  'proceeds-distributed': '价款已拨付',
};

function ages({ ages: all }: ReportFacts): ReportSection[] {
  if (all.length === 0) return [];
  return [
    {
      title: '未结交易（制表时）',
      note: '按竞得后天数。',
      heads: ['指标与阶段', '7 天内', '8–30 天', '31–90 天', '90 天以上', '价款'],
      rows: all.map((age) => [
        `${quotaNames[age.quota]}　${stages[age.status] ?? age.status}`,
        ...[age.week, age.month, age.quarter, age.older].map(String),
        formatCny(age.price),
      ]),
      total: null,
    },
  ];
}

const severities = { high: '高', medium: '中', low: '低' } as const;

function alerts({ alerts: all }: ReportFacts): ReportSection[] {
  return [
    {
      title: '预警',
      note: '当月发出的预警，以及其中制表时已处置的。',
      heads: ['级别', '发出', '已处置'],
      rows: (['high', 'medium', 'low'] as const).map((severity) => {
        const found = all.find((each) => each.severity === severity);
        return [severities[severity], String(found?.raised ?? 0), String(found?.decided ?? 0)];
      }),
      total: null,
    },
  ];
}
