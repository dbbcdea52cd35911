import { parseCny } from '@muheng/contracts/common/quantity';
import { faint, foot, heading, lead, makePage, ruledTable } from '../certificate-pdf/page-parts.js';
import type { PdfNode } from '../certificate-pdf/pdf-engine.js';
import { dayInFigures, grouped, inCapitals, inMu, inWanYuan } from '../certificate-pdf/words.js';
import type { PaperContent } from './paper-content.js';

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
  return makePage({
    title,
    number: content.trade,
    subject: digest,
    at,
    top: 64,
    content: [
      ...heading(title, `交易编号　${content.trade}`, 0, 20),
      lead(statements[content.kind]),
      facts(content),
      foot({ at: content.paidAt ?? content.confirmedAt, digest, url: checkUrl }),
    ],
  });
}

/** `name instant` as it is hashed → the name and the day as people read them. */
function signature(signed: string): string {
  const at = signed.lastIndexOf(' ');
  return `${signed.slice(0, at)}　${dayInFigures(signed.slice(at + 1))}`;
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
    ...(content.sellerSigned ? [['转让方签署', signature(content.sellerSigned)] as [string, string]] : []),
    ...(content.buyerSigned ? [['受让方签署', signature(content.buyerSigned)] as [string, string]] : []),
  ];
  return ruledTable(
    ['auto', '*'],
    rows.map(([label, value]) => [{ text: label, color: faint }, { text: value }]),
  );
}
