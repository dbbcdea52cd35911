import { faint, ink } from './page-parts.js';
import { family, makePdf, type PdfNode } from './pdf-engine.js';
import { dayInFigures, grouped } from './words.js';

/** A paper that is nothing but tables: text first, figures after it; a last row of sums where there is one. */
export interface TableBook {
  title: string;
  subtitle: string;
  /** When it was made, in wire form. */
  at: string;
  lead: string;
  sections: readonly {
    title: string;
    note: string;
    heads: readonly string[];
    rows: readonly (readonly string[])[];
    total: readonly string[] | null;
  }[];
}

const line = '#c9d0c8';
/** As on screen: a hyphen is too short beside the dashes of empty cells. */
const minus = '\u2212';
const size = 8;

/** A4 across, as many pages as it takes; heads come again on each page, and each page says which one it is. */
export function tablesPdf(book: TableBook, digest: string): Promise<Buffer> {
  const at = new Date(book.at);
  return makePdf({
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [40, 44, 40, 44],
    info: {
      title: `${book.title} ${book.subtitle}`,
      subject: digest,
      creator: '亩衡 Muheng',
      creationDate: at,
      modDate: at,
    },
    lang: 'zh-CN',
    tagged: true,
    displayTitle: true,
    version: '1.7',
    defaultStyle: { font: family, fontSize: size, color: ink, lineHeight: 1.25 },
    footer: (page, pages) => foot(book, digest, page, pages),
    content: [
      {
        text: [...book.title].join(' '),
        fontSize: 20,
        bold: true,
        alignment: 'center',
        margin: [0, 0, 0, 4],
      },
      { text: book.subtitle, fontSize: 11, alignment: 'center', color: faint, margin: [0, 0, 0, 10] },
      { text: book.lead, fontSize: 9, color: faint, margin: [0, 0, 0, 4] },
      ...book.sections.flatMap(section),
    ],
  });
}

function foot({ at }: TableBook, digest: string, page: number, pages: number): PdfNode {
  return {
    margin: [40, 12, 40, 0],
    fontSize: 7,
    color: faint,
    columns: [
      { text: `自治区指标交易平台　制表 ${dayInFigures(at)}　内容摘要 ${digest}`, width: '*' },
      { text: `第 ${page} 页，共 ${pages} 页`, width: 'auto' },
    ],
  };
}

function section({ title, note, heads, rows, total }: TableBook['sections'][number]): PdfNode[] {
  const isWide = heads.length > manyColumns;
  const [fontSize, apart] = isWide ? [size - 1, 8] : [size, 12];
  const figure = (text: string, more: object = {}): PdfNode => ({
    text: figureText(text),
    alignment: 'right',
    noWrap: true,
    ...more,
  });
  const cellsOf = (cells: readonly string[], more: object = {}): PdfNode[] =>
    cells.map((text, i) => (i === 0 ? { text, ...more } : figure(text, more)));
  const body = [
    cellsOf(heads, { color: faint }),
    ...rows.map((row) => cellsOf(row)),
    ...(total ? [cellsOf(total, { bold: true })] : []),
  ];
  return [
    { text: title, fontSize: 11, bold: true, margin: [0, 12, 0, 2], headlineLevel: 1 },
    {
      fontSize,
      table: {
        headerRows: 1,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        widths: widths(heads.length),
        body,
      },
      layout: {
        hLineWidth: (i: number) => (i === 0 ? 0 : 0.5),
        vLineWidth: () => 0,
        hLineColor: () => line,
        paddingLeft: (i: number) => (i === 0 ? 0 : apart),
        paddingRight: () => 0,
        paddingTop: () => 2,
        paddingBottom: () => 1.5,
      },
    },
    { text: note, fontSize: 7, color: faint, margin: [0, 3, 0, 0] },
  ];
}

const manyColumns = 9;

/** The name takes what the figures leave. */
const widths = (columns: number): string[] => ['*', ...Array.from({ length: columns - 1 }, () => 'auto')];

/** Groups of three digits; nothing is a dash, so that what there is stands out. */
function figureText(text: string): string {
  if (/^0\.0+$/.test(text)) return '—';
  return /^-?\d+(\.\d+)?$/.test(text) ? grouped(text).replace('-', minus) : text;
}
