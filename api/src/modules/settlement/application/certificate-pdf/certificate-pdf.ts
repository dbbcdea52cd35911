import type { CertificateContent } from '../../persistence/certificate.repository.js';
import { faint, foot, heading, lead, makePage, ruledTable } from './page-parts.js';
import type { PdfNode } from './pdf-engine.js';
import { dayInFigures, grouped, inCapitals, inMu, inWanYuan, perMu } from './words.js';

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
  const title = titles[content.quota];
  return makePage({
    title,
    number: content.number,
    subject: content.code,
    at: new Date(content.issuedAt),
    top: 56,
    content: [
      bars(digest),
      ...heading(title, `编号　${content.number}`, 26, 18),
      lead(statements[content.quota]),
      facts(content),
      origins(content),
      foot({ at: content.issuedAt, digest, url: verifyUrl, code: content.code }),
    ],
  });
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
  return ruledTable(['auto', '*'], body);
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
  return { ...ruledTable(['*', 'auto', 'auto', 'auto'], [head, ...body]), margin: [0, 14, 0, 0] };
}
