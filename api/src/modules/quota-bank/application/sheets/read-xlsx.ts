import { type CellValue, readXlsx as read } from 'hucre/xlsx';
import { Refusal } from '../../../../kernel/errors/refusal.js';
import { declaredSize } from './archive-size.js';

const unpackedBytesMax = 268_435_456;

/** A value as a person would type it; a number as its shortest decimal, which is what was typed into the cell. */
function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value);
}

/**
 * Rows of the first sheet, empty ones included. A formula comes as `=…` whatever it last came to, for a computed
 * figure is nobody's measurement. Throws `import.unreadable`.
 */
export async function readXlsx(content: Buffer): Promise<string[][]> {
  const size = declaredSize(content);
  if (size === null || size > unpackedBytesMax) throw new Refusal('import.unreadable');
  const sheet = await firstSheet(content);
  return sheet.rows.map((values, row) =>
    values.map((value, column) => {
      const formula = sheet.cells?.get(`${row},${column}`)?.formula;
      return formula === undefined ? textOf(value) : `=${formula}`;
    }),
  );
}

async function firstSheet(content: Buffer) {
  try {
    const { sheets } = await read(content, { sheets: [0] });
    if (sheets[0]) return sheets[0];
  } catch {
    // Whatever is wrong with the archive, to the person it is a file that cannot be read.
  }
  throw new Refusal('import.unreadable');
}
