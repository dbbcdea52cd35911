import type { CertificateContent } from '../../persistence/certificate.repository.js';
import { family, makePdf, type PdfDocument, type PdfNode } from './pdf-engine.js';
import { dayInFigures, dayInWords, grouped, inCapitals, inMu, inWanYuan, perMu } from './words.js';

const ink = '#1b1f1d';
const faint = '#5b665f';
const line = '#c9d0c8';
const primary = '#0e5750';
const width = 467;
const titles = { SFQ: '补充耕地指标证书', LSQ: '增减挂钩节余指标证书' } as const;
const statements = {
  SFQ: '兹证明下列补充耕地指标已依规则公开成交，价款付清，并完成账户过户。凭本证书办理建设用地占补平衡核销。',
  LSQ: '兹证明下列增减挂钩节余指标已依规则公开成交，价款付清，并完成账户过户。凭本证书办理建新区用地报批。',
} as const;

/**
 * The certificate as an A4 page: 64 bars from the registered digest on top, the same as on screen; a QR code to the
 * public verification at the foot. Amounts come in wire form and are printed whole.
 */
export async function certificatePdf(
  content: CertificateContent,
  digest: string,
  verifyUrl: string,
): Promise<Buffer> {
  const issued = new Date(content.issuedAt);
  const document: PdfDocument = {
    pageSize: 'A4',
    pageMargins: [64, 56, 64, 48],
    info: {
      title: `${titles[content.quota]} ${content.number}`,
      subject: content.code,
      creator: '亩衡 Muheng',
      creationDate: issued,
      modDate: issued,
    },
    lang: 'zh-CN',
    tagged: true,
    displayTitle: true,
    version: '1.7',
    defaultStyle: { font: family, fontSize: 11, color: ink, lineHeight: 1.35 },
    content: [
      bars(digest),
      {
        text: [...titles[content.quota]].join(' '),
        fontSize: 24,
        bold: true,
        alignment: 'center',
        margin: [0, 26, 0, 4],
      },
      { text: `编号　${content.number}`, alignment: 'center', color: faint, margin: [0, 0, 0, 18] },
      { text: statements[content.quota], leadingIndent: 22, lineHeight: 1.7, margin: [0, 0, 0, 12] },
      facts(content),
      origins(content),
      foot(content, digest, verifyUrl),
    ],
  };
  return makePdf(document);
}

function bars(digest: string): PdfNode {
  const pitch = width / 64;
  const rects = [...digest].map((digit, i) => {
    const tall = 4 + (Number.parseInt(digit, 16) / 15) * 28;
    return { type: 'rect', x: i * pitch, y: 32 - tall, w: pitch * 0.62, h: tall, color: primary };
  });
  const rule = { type: 'line', x1: 0, y1: 36, x2: width, y2: 36, lineWidth: 1.2, lineColor: primary };
  return { canvas: [...rects, rule] };
}

function facts(content: CertificateContent): PdfNode {
  const price = perMu(content.priceCny, content.areaHa);
  const grades = [...new Set(content.items.flatMap(({ grade }) => (grade === null ? [] : [grade])))];
  const rows: [string, string, string?][] = [
    ['转出方', content.seller.nameZh],
    ['转入方', content.buyer.nameZh],
    ['耕地数量', `${grouped(content.areaHa)} 公顷`, `（${inMu(content.areaHa)}）`],
    ['水田规模', `${grouped(content.paddyHa)} 公顷`],
    ['粮食产能', `${grouped(content.capacityKg)} 公斤`, grades.length > 0 ? `，${grades.join('、')} 等` : ''],
    ['成交价款', inWanYuan(content.priceCny), price === null ? '' : `（${price}）`],
    ['大写', inCapitals(content.priceCny)],
    ['有效期', content.validUntil === null ? '长期' : `至 ${dayInFigures(content.validUntil)}`],
  ];
  const strong = new Set(['耕地数量', '粮食产能', '成交价款']);
  const body = rows.map(([label, value, more = '']) => [
    { text: label, color: faint },
    { text: [{ text: value, bold: strong.has(label) }, more] },
  ]);
  return table(['auto', '*'], body);
}

/** Where the units come from: one line an origin project. */
function origins(content: CertificateContent): PdfNode {
  const head = ['来源项目', '所在县', '公顷', '公斤'].map((text) => ({ text, color: faint, fontSize: 9 }));
  const body = content.items.map((item) => [
    { text: `${item.project} ${item.projectName}`, fontSize: 9 },
    { text: item.county, fontSize: 9 },
    { text: grouped(item.areaHa), fontSize: 9, alignment: 'right' },
    { text: grouped(item.capacityKg), fontSize: 9, alignment: 'right' },
  ]);
  return { ...table(['*', 'auto', 'auto', 'auto'], [head, ...body]), margin: [0, 14, 0, 0] };
}

function table(widths: string[], body: PdfNode[][]): { [key: string]: unknown } {
  return {
    table: { widths, body },
    layout: {
      hLineWidth: (i: number) => (i === 0 ? 0 : 0.6),
      vLineWidth: () => 0,
      hLineColor: () => line,
      paddingLeft: (i: number) => (i === 0 ? 0 : 18),
      paddingRight: () => 0,
      paddingTop: () => 4,
      paddingBottom: () => 3,
    },
  };
}

function foot(content: CertificateContent, digest: string, verifyUrl: string): PdfNode {
  const groups = (digest.match(/.{8}/g) ?? []).join(' ');
  return {
    margin: [0, 26, 0, 0],
    unbreakable: true,
    columns: [
      {
        width: '*',
        stack: [
          { text: '签发　自治区指标交易平台' },
          { text: `日期　${dayInWords(content.issuedAt)}` },
          { text: `核验码　${content.code}`, margin: [0, 6, 0, 0] },
          { text: groups.slice(0, 35), fontSize: 8, color: faint, margin: [0, 6, 0, 0] },
          { text: groups.slice(36), fontSize: 8, color: faint },
        ],
      },
      {
        width: 'auto',
        stack: [
          { qr: verifyUrl, fit: 84, foreground: ink, eccLevel: 'M' },
          { text: '扫码核验', fontSize: 9, alignment: 'center', margin: [0, 4, 0, 0] },
        ],
      },
    ],
  };
}
