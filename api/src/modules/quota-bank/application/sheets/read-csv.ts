import { parse } from 'csv-parse/sync';
import { Refusal } from '../../../../kernel/errors/refusal.js';

/** A spreadsheet in China saves csv in GB 18030 by default, so that is tried when the bytes are no UTF-8. */
const encodings = ['utf-8', 'gb18030'] as const;

/** The text of a csv, if it is text at all. Throws `import.unreadable`. */
function textOf(content: Buffer): string {
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(content);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: such characters are what tells a binary from a text.
      if (!/[\u0000-\u0008\u000E-\u001F]/.test(text)) return text;
    } catch {
      // Not this encoding: the next, or none.
    }
  }
  throw new Refusal('import.unreadable');
}

/** Rows of a csv, empty ones included, so that an index is a row of the sheet. Throws `import.unreadable`. */
export function readCsv(content: Buffer): string[][] {
  const text = textOf(content);
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false });
  } catch {
    throw new Refusal('import.unreadable');
  }
}
