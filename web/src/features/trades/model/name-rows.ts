/** One household of a payout by name, as the server takes it. */
interface NameRow {
  name: string;
  accountTail: string;
  areaHa: string;
}

const shape = /^(.{1,80}?)[\s,，\t]+(\d{4})[\s,，\t]+(\d{1,10})(?:\.(\d{1,4}))?$/;

/** Lines of name, account tail and hectares, as pasted from a sheet; and the first line that is none of it, from 1. */
export function rowsOf(text: string): { rows: NameRow[]; wrongLine: number | null } {
  const rows: NameRow[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const found = shape.exec(line.trim());
    if (!found) return { rows, wrongLine: i + 1 };
    const [, name = '', accountTail = '', whole = '', fraction = ''] = found;
    rows.push({ name: name.trim(), accountTail, areaHa: `${whole}.${fraction.padEnd(4, '0')}` });
  }
  return { rows, wrongLine: null };
}
