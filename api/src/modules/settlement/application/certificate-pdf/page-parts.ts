import { family, makePdf, type PdfNode } from './pdf-engine.js';
import { dayInWords } from './words.js';

/** What every paper of the market has in common: page, ruled table, foot with hash and QR code. */

export const ink = '#1b1f1d';
export const faint = '#5b665f';
const line = '#c9d0c8';

interface PaperPage {
  /** As it stands in the file's own properties, and large on the page. */
  title: string;
  number: string;
  /** Beside the title in the file's properties: a code or a digest. */
  subject: string;
  at: Date;
  /** In pt; the sides are 64. */
  top: number;
  content: PdfNode[];
}

/** An A4 page in the market's look. Throws when the font lacks a character of it. */
export function makePage({ title, number, subject, at, top, content }: PaperPage): Promise<Buffer> {
  return makePdf({
    pageSize: 'A4',
    pageMargins: [64, top, 64, 48],
    info: { title: `${title} ${number}`, subject, creator: '亩衡 Muheng', creationDate: at, modDate: at },
    lang: 'zh-CN',
    tagged: true,
    displayTitle: true,
    version: '1.7',
    defaultStyle: { font: family, fontSize: 11, color: ink, lineHeight: 1.35 },
    content,
  });
}

/** The title, letter-spaced as on official papers, and the number under it. */
export const heading = (title: string, number: string, above: number, below: number): PdfNode[] => [
  {
    text: [...title].join(' '),
    fontSize: 23,
    bold: true,
    alignment: 'center',
    margin: [0, above, 0, 5],
  },
  { text: number, alignment: 'center', color: faint, margin: [0, 0, 0, below] },
];

export const lead = (text: string): PdfNode => ({
  text,
  leadingIndent: 22,
  lineHeight: 1.7,
  margin: [0, 0, 0, 13],
});

/** Rows under hairlines, the first without one above; columns 18 pt apart. */
export const ruledTable = (widths: string[], body: PdfNode[][]): { [key: string]: unknown } => ({
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
});

interface PaperFoot {
  /** An instant in wire form. */
  at: string;
  /** 64 hex digits. */
  digest: string;
  /** What the QR code opens. */
  url: string;
  /** A code to type where there is no camera. */
  code?: string;
}

/** Who issued it and when, its hash, and the QR code by which anyone checks it. */
export function foot({ at, digest, url, code }: PaperFoot): PdfNode {
  const groups = digest.match(/.{8}/g) ?? [];
  const hash = (text: string[], above: number): PdfNode => ({
    text: text.join(' '),
    fontSize: 8,
    color: faint,
    margin: [0, above, 0, 0],
  });
  return {
    margin: [0, 26, 0, 0],
    unbreakable: true,
    columns: [
      {
        width: '*',
        stack: [
          { text: '签发　自治区指标交易平台' },
          { text: `日期　${dayInWords(at)}` },
          ...(code === undefined ? [] : [{ text: `核验码　${code}`, margin: [0, 6, 0, 0] }]),
          hash(groups.slice(0, 4), 6),
          hash(groups.slice(4), 0),
        ],
      },
      {
        width: 'auto',
        stack: [
          { qr: url, fit: 88, foreground: ink, eccLevel: 'M' },
          { text: '扫码核验', fontSize: 9, alignment: 'center', margin: [0, 4, 0, 0] },
        ],
      },
    ],
  };
}
