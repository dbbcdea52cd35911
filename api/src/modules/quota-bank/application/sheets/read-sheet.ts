import { Refusal } from '../../../../kernel/errors/refusal.js';
import { missingColumns } from '../../domain/project-columns.js';
import type { SheetRow } from '../../domain/project-sheet.js';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';

const rowsMax = 20_000;
const zipMark = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** An xlsx is a zip archive; whatever else is text is taken for a csv. The name of a file proves nothing. */
const isArchive = (content: Buffer): boolean => content.subarray(0, zipMark.length).equals(zipMark);

export interface Sheet {
  rows: SheetRow[];
  /** Columns that the header lacks; with any of them nothing can be read. */
  missing: string[];
}

/**
 * Reads a csv or xlsx of origin projects. Row numbers are the sheet's, the header being row 1; empty rows are left out.
 * Throws `import.unreadable`, `import.empty`, `import.too-many-rows`.
 */
export async function readSheet(content: Buffer): Promise<Sheet> {
  const [header, ...body] = isArchive(content) ? await readXlsx(content) : readCsv(content);
  if (!header) throw new Refusal('import.empty');
  const missing = missingColumns(header);
  const filled = body
    .map((values, index) => ({ row: index + 2, values }))
    .filter(({ values }) => values.some((value) => value.trim() !== ''));
  if (missing.length === 0 && filled.length === 0) throw new Refusal('import.empty');
  if (filled.length > rowsMax) {
    throw new Refusal('import.too-many-rows', { params: { rows: filled.length, limit: rowsMax } });
  }
  const rows = filled.map(({ row, values }) => ({
    row,
    cells: Object.fromEntries(header.map((name, column) => [name, values[column] ?? ''])),
  }));
  return { rows, missing };
}
