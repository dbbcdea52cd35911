import { parseCny } from '@muheng/contracts/common/quantity';
import { family, makePdf, type PdfNode } from '../certificate-pdf/pdf-engine.js';
import { dayInFigures, dayInWords, grouped, inCapitals, inMu, inWanYuan } from '../certificate-pdf/words.js';
import type { PaperContent } from './paper-content.js';

const ink = '#1b1f1d';
const faint = '#5b665f';
const line = '#c9d0c8';

export const paperTitles = {
  confirmation: '成交确认书',
  contract: '指标转让合同',
  receipt: '收款凭据',
} as const;

const statements = {
  confirmation:
    '下列指标交易结果公示期满，无未决异议，现予确认。双方应在约定期限内签订转让合同，逾期未签的一方承担违约责任。',
  contract:
    '转让方与受让方依照交易规则及公示结果订立本合同：受让方付清价款后，平台将价款与指标同时划转；逾期付款按日计收滞纳金，超过宽限期视为违约。',
  receipt: '兹收到受让方就下列交易支付的全部款项，款项已入结算专户，指标过户随即办理。',
} as const;

/** A paper of a trade as an A4 page, with its hash and a QR code by which anyone can ask whether it is genuine. */
export async function paperPdf(content: PaperContent, digest: string, checkUrl: string): Promise<Buffer> {
  const at = new Date(content.paidAt ?? content.confirmedAt);
  const title = paperTitles[content.kind];
  return makePdf({
    pageSize: 'A4',
    pageMargins: [64, 64, 64, 48],
    info: {
      title: `${title} ${content.trade}`,
      subject: digest,
      creator: '亩衡 Muheng',
      creationDate: at,
      modDate: at,
    },
    lang: 'zh-CN',
    tagged: true,
    displayTitle: true,
    version: '1.7',
    defaultStyle: { font: family, fontSize: 11, color: ink, lineHeight: 1.35 },
    content: [
      { text: [...title].join(' '), fontSize: 22, bold: true, alignment: 'center', margin: [0, 0, 0, 6] },
      { text: `交易编号　${content.trade}`, alignment: 'center', color: faint, margin: [0, 0, 0, 20] },
      { text: statements[content.kind], leadingIndent: 22, lineHeight: 1.7, margin: [0, 0, 0, 14] },
      facts(content),
      foot(content, digest, checkUrl),
    ],
  });
}

function facts(content: PaperContent): PdfNode {
  const money = (cny: string): string => `${grouped(cny)} 元（${inWanYuan(cny)}）`;
  const isZero = (cny: string): boolean => parseCny(cny) === 0n;
  const isReceipt = content.kind === 'receipt';
  const rows: [string, string][] = [
    ['标的', content.listing],
    ['转让方', content.seller],
    ['受让方', content.buyer],
    ['耕地数量', `${grouped(content.areaHa)} 公顷（${inMu(content.areaHa)}）`],
    ['水田规模', `${grouped(content.paddyHa)} 公顷`],
    ['粮食产能', `${grouped(content.capacityKg)} 公斤`],
    [isReceipt ? '收到价款' : '成交价款', money(content.priceCny)],
    ['大写', inCapitals(content.priceCny)],
    ...(isReceipt && !isZero(content.depositCny)
      ? [['其中保证金转入', money(content.depositCny)] as [string, string]]
      : []),
    ...(isZero(content.lateChargeCny)
      ? []
      : [
          ['另收滞纳金', `${money(content.lateChargeCny)} ${inCapitals(content.lateChargeCny)}`] as [
            string,
            string,
          ],
        ]),
    ...(content.contractDueAt && content.kind === 'confirmation'
      ? [['签约期限', dayInFigures(content.contractDueAt)] as [string, string]]
      : []),
    ...(content.sellerSigned ? [['转让方签署', content.sellerSigned] as [string, string]] : []),
    ...(content.buyerSigned ? [['受让方签署', content.buyerSigned] as [string, string]] : []),
  ];
  return {
    table: {
      widths: ['auto', '*'],
      body: rows.map(([label, value]) => [{ text: label, color: faint }, { text: value }]),
    },
    layout: {
      hLineWidth: (i: number) => (i === 0 ? 0 : 0.6),
      vLineWidth: () => 0,
      hLineColor: () => line,
      paddingLeft: (i: number) => (i === 0 ? 0 : 18),
      paddingRight: () => 0,
      paddingTop: () => 5,
      paddingBottom: () => 4,
    },
  };
}

function foot(content: PaperContent, digest: string, checkUrl: string): PdfNode {
  const groups = (digest.match(/.{8}/g) ?? []).join(' ');
  return {
    margin: [0, 28, 0, 0],
    unbreakable: true,
    columns: [
      {
        width: '*',
        stack: [
          { text: '签发　自治区指标交易平台' },
          { text: `日期　${dayInWords(content.paidAt ?? content.confirmedAt)}` },
          { text: groups.slice(0, 35), fontSize: 8, color: faint, margin: [0, 8, 0, 0] },
          { text: groups.slice(36), fontSize: 8, color: faint },
        ],
      },
      {
        width: 'auto',
        stack: [
          { qr: checkUrl, fit: 92, foreground: ink, eccLevel: 'M' },
          { text: '扫码核验', fontSize: 9, alignment: 'center', margin: [0, 4, 0, 0] },
        ],
      },
    ],
  };
}
