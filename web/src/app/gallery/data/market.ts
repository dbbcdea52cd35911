import type { MarketHomeModel } from '../../../features/market/model/market-home.js';

/** Invented balances in 亩 as the picture shows them; stored as hectares with four decimals. */
const margins: Record<string, number> = {
  '640202': -96,
  '640205': 507,
  '640122': 414,
  '640221': 600,
  '640105': -182,
  '640106': -675,
  '640104': -248,
  '640121': 301,
  '640181': -300,
  '640381': 870,
  '640302': 452,
  '640323': 1300,
  '640502': 358,
  '640521': 300,
  '640303': 247,
  '640522': -60,
  '640324': 2000,
  '640422': 754,
  '640402': 604,
  '640425': 913,
  '640423': 0,
  '640424': 196,
};

const haOfMu = (mu: number): string => {
  const m2 = Math.round((mu * 20000) / 30);
  const text = String(Math.abs(m2)).padStart(5, '0');
  return `${m2 < 0 ? '-' : ''}${text.slice(0, -4)}.${text.slice(-4)}`;
};

const year = '2026-11-';
const at = (text: string): string => `${year}${text}:00+08:00`;

/** The market home of picture a. */
export const marketHome: MarketHomeModel = {
  updatedAt: at('24T15:13'),
  component: 'area',
  balances: Object.entries(margins).map(([code, mu]) => ({
    code,
    available: haOfMu(code === '640221' ? 1140 : Math.max(0, mu) + 540),
    need: haOfMu(code === '640221' ? 420 : 420 + Math.max(0, -mu)),
    reserve: haOfMu(120),
    margin: haOfMu(mu),
  })),
  totals: {
    tradedAreaHa: '1228.4347',
    tradedCount: 61,
    turnoverCny: '987611500.00',
    meanPriceCnyPerMu: '53600.00',
    meanChangePermille: 19,
  },
  selected: '640221',
  detail: {
    code: '640221',
    priceKind: 'paddy',
    weeklyPricesCny: [
      87000, 88500, 88000, 90000, 89500, 91000, 92500, 92000, 93500, 93000, 95500, 94800, 97400, 98600,
    ].map((price) => `${price}.00`),
    flows: [
      { code: '640181', areaHa: '20.0000' },
      { code: '640104', areaHa: '8.0000' },
    ],
  },
  listings: [
    row(
      'SFQ-2026-640221-001',
      'timed',
      '平罗县',
      '水田指标',
      '40.0000',
      '40.0000',
      '480000.0000',
      '62400000.00',
      '48000000.00',
      true,
      { kind: 'round-ends', at: '2026-11-24T15:15:42+08:00' },
    ),
    row(
      'SFQ-2026-640324-001',
      'open',
      '同心县',
      '旱地指标',
      '133.3334',
      null,
      '1000000.5000',
      '110000055.00',
      '100000050.00',
      true,
      { kind: 'bids-until', at: at('25T18:00') },
    ),
    row(
      'SFQ-2026-640521-001',
      'open',
      '中宁县',
      '水旱组合',
      '20.0000',
      '12.5000',
      '210000.0000',
      '22050000.00',
      '21000000.00',
      true,
      { kind: 'bids-until', at: at('27T16:00') },
    ),
    row(
      'SFQ-2026-640323-001',
      'notice',
      '盐池县',
      '旱地指标',
      '86.6667',
      null,
      '520000.2000',
      '65000025.00',
      '65000025.00',
      false,
      { kind: 'opens', at: at('30T09:00') },
    ),
    row(
      'LSQ-2026-640422-001',
      'notice',
      '西吉县',
      '增减挂钩节余',
      '26.6667',
      null,
      null,
      '60000075.00',
      '60000075.00',
      false,
      { kind: 'opens', at: '2026-12-02T09:00:00+08:00' },
    ),
    row(
      'SFQ-2026-640425-001',
      'sold',
      '彭阳县',
      '旱地指标',
      '60.8544',
      null,
      '365126.4000',
      '52486920.00',
      '45640800.00',
      true,
      { kind: 'closed', at: at('19T16:22'), objectionsUntil: at('26T18:00') },
    ),
  ],
  openCount: 4,
  noticeCount: 2,
  workingDays: [
    day('24', '周二', true, '平罗 限时竞价', true),
    day('25', '周三', false, '同心 18:00 报价截止'),
    day('26', '周四', false, '彭阳 公示期满'),
    day('27', '周五', false, '中宁 16:00 报价截止'),
    day('30', '周一', false, '盐池 09:00 开始报价'),
  ],
};

type Row = MarketHomeModel['listings'][number];

function row(
  number: string,
  stage: Row['stage'],
  sellerName: string,
  lotName: string,
  areaHa: string,
  paddyHa: string | null,
  capacityKg: string | null,
  priceCny: string,
  startPriceCny: string,
  hasBids: boolean,
  time: Row['time'],
): Row {
  return {
    id: number,
    number,
    stage,
    sellerName,
    lotName,
    areaHa,
    paddyHa,
    capacityKg,
    priceCny,
    startPriceCny,
    hasBids,
    time,
    href: `/listings/${number}`,
  };
}

function day(
  number: string,
  weekday: string,
  today: boolean,
  text: string,
  live = false,
): MarketHomeModel['workingDays'][number] {
  return { date: `${year}${number}`, day: number, weekday, today, events: [{ key: number, text, live }] };
}
