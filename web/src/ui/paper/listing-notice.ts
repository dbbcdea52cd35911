import { parseQuantities, type QuantitiesWire, type QuotaKind } from '@muheng/contracts/common/component';
import { parseCny, type SquareMetres } from '@muheng/contracts/common/quantity';
import { areaText, capacityText } from '../../lib/format/area.js';
import { wanPerMuText, wanText } from '../../lib/format/money.js';
import { calendarFields, minuteText } from '../../lib/format/time.js';
import type { NoticeDocument, NoticeRow, NoticeSection } from './a4-notice.js';

/** What a notice says (domain §12); money and quantities as on the wire, what nobody knows yet null. */
export interface NoticeFacts {
  number: string | null;
  /** 宁指标告字: a draft says that nobody has signed it. */
  isDraft: boolean;
  sellerNameZh: string;
  form: string;
  /** The one buyer of a negotiated deal or an allocation. */
  buyerNameZh?: string | null;
  quota: QuotaKind;
  quantities: QuantitiesWire;
  items: readonly { lotNumber: string; projectName: string; filingNo: string | null; grade: number | null }[];
  startPriceCny: string;
  stepCny: string | null;
  depositCny: string;
  ceilingCny: string | null;
  /** The lowest price of a reverse purchase. */
  floorCny?: string | null;
  policy: {
    noticeDays: number;
    listingDays: number;
    timedWindowMin: number;
    listingBidStopMin: number;
    depositCloseBeforeEndHours: number;
    resultPublicityDays: number;
  };
  noticeAt: string | null;
  opensAt: string | null;
  listingEndsAt: string | null;
  notes: string;
}

const quotaNames: Readonly<Record<QuotaKind, string>> = { SFQ: '补充耕地指标', LSQ: '增减挂钩节余指标' };

function instant(at: string): string {
  const { year, month, day } = calendarFields(at);
  return `${year} 年 ${month} 月 ${day} 日 ${minuteText(at)}`;
}

const landText = (area: SquareMetres): string => `${areaText(area, 'ha')} 公顷（${areaText(area, 'mu')} 亩）`;

function subject(facts: NoticeFacts): NoticeRow[] {
  const { area, paddy, capacity } = parseQuantities(facts.quantities);
  const grades = [...new Set(facts.items.flatMap(({ grade }) => (grade === null ? [] : [grade])))].sort(
    (a, b) => a - b,
  );
  const filings = facts.items.flatMap(({ filingNo }) => (filingNo === null ? [] : [filingNo]));
  return [
    { field: 'number', label: '标的编号', value: facts.number ?? '公告时编号' },
    ...(isPurchase(facts)
      ? []
      : [
          {
            field: 'items',
            label: '指标批次',
            value: facts.items.map(({ lotNumber }) => lotNumber).join('、') || '尚未选择',
          },
        ]),
    ...(area > 0n ? [{ field: 'area', label: '耕地数量', value: landText(area) }] : []),
    ...(paddy > 0n ? [{ field: 'paddy', label: '水田规模', value: landText(paddy) }] : []),
    ...(capacity > 0n
      ? [{ field: 'capacity', label: '粮食产能', value: `${capacityText(capacity, true)} 公斤` }]
      : []),
    ...(grades.length > 0
      ? [{ field: 'grade', label: '质量等别', value: `国家利用等 ${grades.join('、')} 等` }]
      : []),
    ...(filings.length > 0 ? [{ field: 'filing', label: '报备编号', value: filings.join('、') }] : []),
  ];
}

const isPurchase = ({ form }: Pick<NoticeFacts, 'form'>): boolean => form === 'reverse-purchase';

interface FormWords {
  /** After 现将下列指标以. */
  how: string;
  start: string;
  /** Who gets it, and at what price. */
  award: string;
}

/** What a notice says of its form of sale (domain §11, §12 "award principle"). */
const timed: FormWords = { how: '网上挂牌、限时竞价方式公开出让', start: '起始价', award: '' };
const forms: Readonly<Record<string, FormWords>> = {
  'fixed-price': {
    how: '固定价方式公开出让',
    start: '固定价',
    award: '取得竞买权者在挂牌期内先购买者竞得，受理即成交；服务器受理先后为准。',
  },
  'sealed-first-price': {
    how: '密封报价方式公开出让',
    start: '起始价（最低报价）',
    award:
      '报价在竞买人浏览器内加密，私钥由出让方、运营方、监管方三方分持，截止后任意两方共同开启。报价最高者竞得并按其报价付款；最高报价相同的，按开启前已抽定的次序决定。',
  },
  'sealed-uniform': {
    how: '密封报价、统一价成交方式公开出让',
    start: '起始价（折合每亩最低报价）',
    award:
      '报价在竞买人浏览器内加密，三方分持私钥，截止后任意两方共同开启。按每亩报价由高到低依次满足，末位可部分成交，全部按最后一份成交报价付款；同价按开启前已抽定的次序；未售出部分退回出让方。',
  },
  'reverse-purchase': {
    how: '反向收购、低价者得方式公开收购',
    start: '最高收购价',
    award:
      '已报名出让方在报价期内可多次降价，报价须低于本方前次报价，全程公开价格、不公开名称。截止时最低者成交并按其报价收款；同价的以先报者为准；两方以上报最低价的，按公告承诺的可验证摇号决定。',
  },
  negotiated: {
    how: '协议方式转让',
    start: '协议价款',
    award: '价格在指导价浮动范围内，公示期满无异议后签订合同。',
  },
  allocation: {
    how: '自治区储备指标配置方式供给',
    start: '配置价款',
    award: '仅面向国家和自治区重点项目、民生项目，公示期满无异议后签订合同。',
  },
};
const wordsOf = (form: string): FormWords => forms[form] ?? timed;

function prices(facts: NoticeFacts): NoticeRow[] {
  const { area, paddy } = parseQuantities(facts.quantities);
  const start = parseCny(facts.startPriceCny);
  const perMu = wanPerMuText(start, area > paddy ? area : paddy);
  const rows: NoticeRow[] = [
    {
      field: 'start',
      label: wordsOf(facts.form).start,
      value: `${wanText(start)} 万元${perMu === null ? '' : `（${perMu} 万元/亩）`}`,
    },
  ];
  if (facts.stepCny !== null) {
    rows.push({
      field: 'step',
      label: isPurchase(facts) ? '降价幅度' : '加价幅度',
      strong: `${wanText(parseCny(facts.stepCny))} 万元`,
      value: '，或其整数倍',
    });
  }
  if (isPurchase(facts) && facts.floorCny != null)
    rows.push({ field: 'floor', label: '最低价', value: `${wanText(parseCny(facts.floorCny))} 万元` });
  if (facts.buyerNameZh) rows.push({ field: 'buyer', label: '受让方', value: facts.buyerNameZh });
  if (wordsOf(facts.form).award !== '')
    rows.push({ field: 'award', label: '成交规则', value: wordsOf(facts.form).award });
  if (facts.form === 'timed-bidding' || facts.ceilingCny !== null) rows.push(ceilingRow(facts));
  if (facts.buyerNameZh) return rows;
  rows.push({ field: 'deposit', label: '保证金', value: `${wanText(parseCny(facts.depositCny))} 万元` });
  if (facts.form !== 'timed-bidding') return rows;
  rows.push({
    field: 'window',
    label: '限时竞价',
    value: `每次有效报价后重新计时 ${facts.policy.timedWindowMin} 分钟，以服务器时间为准`,
  });
  return rows;
}

const ceilingRow = ({ ceilingCny }: NoticeFacts): NoticeRow => ({
  field: 'ceiling',
  label: '最高限价',
  value:
    ceilingCny === null
      ? '不设'
      : `${wanText(parseCny(ceilingCny))} 万元；首次到达即停止加价，多人接受时摇号`,
});

function times({ form, policy, noticeAt, opensAt, listingEndsAt }: NoticeFacts): string {
  const notice = noticeAt === null ? '公告期自签发之日起' : `公告期自 ${instant(noticeAt)} 起`;
  const open = opensAt === null ? '' : `，${instant(opensAt)} 开始报价`;
  if (form === 'negotiated' || form === 'allocation')
    return `${notice}公示，公示期 ${policy.resultPublicityDays} 个工作日。`;
  const phase = form === 'reverse-purchase' ? '报价' : '挂牌';
  const end = listingEndsAt === null ? '' : `，${instant(listingEndsAt)} ${phase}截止`;
  return (
    `${notice} ${policy.noticeDays} 日${open}，${phase}期 ${policy.listingDays} 日${end}。报名和保证金于${phase}截止前 ` +
    `${policy.depositCloseBeforeEndHours} 小时截止，` +
    (form === 'timed-bidding'
      ? `自由报价于挂牌截止前 ${policy.listingBidStopMin} 分钟停止，随后转入限时竞价。`
      : `${phase}截止即停止受理。`) +
    `结果公示 ${policy.resultPublicityDays} 个工作日。`
  );
}

const buyersOf =
  '县级人民政府及其授权部门、开发区、单独选址项目单位。所购各分项数量不得超过其经认定的缺口，被暂停交易的单位不得报名。';
const sellersOf =
  '县级人民政府或持有指标的开发区。拟出让的批次和数量须与收购数量完全一致，经本单位第二人按本县域优先复核签发；签发后指标即予占用，未成交的截止后退回。';

/**
 * The notice of a listing as it is printed and kept. Its language is Chinese, whatever the reader's is: it is the
 * document itself. `field` of each part names the form field that it comes from.
 */
export function listingNotice(facts: NoticeFacts): NoticeDocument {
  const purchase = isPurchase(facts);
  const buyers = purchase ? sellersOf : buyersOf;
  const sections: NoticeSection[] = [
    { heading: '一、标的', rows: subject(facts) },
    { heading: '二、价格与规则', rows: prices(facts) },
    {
      heading: purchase ? '三、出让方资格' : '三、竞买人资格',
      paragraphs: [{ field: 'buyers', text: buyers }],
    },
    { heading: '四、时间安排', paragraphs: [{ field: 'times', text: times(facts) }] },
  ];
  if (facts.notes.trim() !== '') {
    sections.push({ heading: '五、其他事项', paragraphs: [{ field: 'notes', text: facts.notes.trim() }] });
  }
  const date = facts.noticeAt === null ? undefined : calendarFields(facts.noticeAt);
  return {
    titleLines: [
      `${facts.sellerNameZh}${quotaNames[facts.quota]}`,
      purchase ? '公开收购公告' : '公开出让公告',
    ],
    number: `${facts.number === null ? '宁指标告字（待编号）' : `标的 ${facts.number}`}${facts.isDraft ? '　（草稿，未签发）' : ''}`,
    intro:
      (purchase
        ? '依据补充耕地指标管理有关规定，本单位经认定确有缺口，现就'
        : '依据补充耕地指标管理有关规定，经县级认定满足本行政区域占补平衡后确有净余，现将') +
      `下列指标以${wordsOf(facts.form).how}，公告如下。`,
    sections,
    ...(date ? { issuer: facts.sellerNameZh, date: `${date.year} 年 ${date.month} 月 ${date.day} 日` } : {}),
  };
}
