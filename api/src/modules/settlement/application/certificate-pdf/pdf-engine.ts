import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The part of pdfmake's document language that we write. */
export type PdfNode = string | { [key: string]: unknown };

export interface PdfDocument {
  pageSize: string;
  pageOrientation?: 'landscape';
  pageMargins: [number, number, number, number];
  info: { title: string; subject: string; creator: string; creationDate: Date; modDate: Date };
  lang: string;
  tagged: boolean;
  displayTitle: boolean;
  version: string;
  defaultStyle: { [key: string]: unknown };
  footer?: (page: number, pages: number) => PdfNode;
  content: PdfNode[];
}

interface Pdfmake {
  virtualfs: { writeFileSync(name: string, content: Buffer): void };
  setFonts(fonts: Record<string, { normal: string; bold: string }>): void;
  setUrlAccessPolicy(allow: (url: string) => boolean): void;
  setLocalAccessPolicy(allow: (path: string) => boolean): void;
  createPdf(document: PdfDocument): { getBuffer(): Promise<Buffer> };
}
interface Font {
  hasGlyphForCodePoint(point: number): boolean;
}
interface Fontkit {
  openSync(path: string): Font;
}

/** 宋体 look: the whole of Noto Serif SC (SIL Open Font License), so that no name of a village lacks a sign. */
export const family = 'NotoSerifSC';
const require = createRequire(import.meta.url);
const fontPath = (weight: string): string =>
  require.resolve(`@expo-google-fonts/noto-serif-sc/${weight}/NotoSerifSC_${weight}.ttf`);

let ready: { pdfmake: Pdfmake; font: Font } | undefined;

/** Loads library and fonts when the first document is made: most processes never make one. */
function engine(): { pdfmake: Pdfmake; font: Font } {
  if (ready) return ready;
  const pdfmake = require('pdfmake') as Pdfmake;
  // Read once and kept: from their paths pdfmake reads both fonts, thirty megabytes, for every document.
  const files = { normal: '400Regular', bold: '700Bold' };
  for (const weight of Object.values(files))
    pdfmake.virtualfs.writeFileSync(weight, readFileSync(fontPath(weight)));
  pdfmake.setFonts({ [family]: files });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  const { openSync } = require('fontkit') as Fontkit;
  ready = { pdfmake, font: openSync(fontPath(files.normal)) };
  return ready;
}

/** Makes the PDF. Throws when the font lacks a character of it: an official paper shows no empty boxes. */
export async function makePdf(document: PdfDocument): Promise<Buffer> {
  const { pdfmake, font } = engine();
  const missing = [...new Set(textsOf(document.content).join(''))].filter(
    (sign) => sign >= ' ' && !font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0),
  );
  if (missing.length > 0) throw new Error(`The font has no sign for ${missing.join(' ')}`);
  return pdfmake.createPdf(document).getBuffer();
}

/** Every string that is printed: the values of `text`, wherever they stand, and bare strings. */
function textsOf(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => (printed.has(key) ? textsOf(value) : []));
}

const printed = new Set(['text', 'stack', 'columns', 'table', 'body', 'content']);
