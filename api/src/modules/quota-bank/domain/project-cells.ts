import type { ProblemCode } from '@muheng/contracts/common/problems';
import { formatHa } from '@muheng/contracts/common/quantity';

/** What one cell says: a value, if it can be told at all, and what is wrong with how it is written. */
export interface Cell<Value> {
  /** Legible even when faulty, so that a row's other rules can still be tested; null when it is not. */
  value: Value | null;
  fault: { code: ProblemCode; params: Record<string, string> } | null;
}

const good = <Value>(value: Value): Cell<Value> => ({ value, fault: null });
const bad = <Value>(
  code: ProblemCode,
  params: Record<string, string>,
  value: Value | null = null,
): Cell<Value> => ({ value, fault: { code, params } });

const isNumberLike = (text: string): boolean => /^[+-]?\d+(\.\d+)?$/.test(text);
/** A cell that a spreadsheet would run: `=1+1`, `@SUM(A1)`, `+A1`, `-A1`. */
const isFormula = (text: string): boolean =>
  /^[=@]/.test(text) || (/^[+-]/.test(text) && !isNumberLike(text));
const hasFullWidth = (text: string): boolean => /[\uFF0B-\uFF19\uFF1D\uFF0D]/.test(text);

/** A text that has to be there. `limit` is the longest it may be. */
export function readText(raw: string, limit: number): Cell<string> {
  const text = raw.trim();
  if (text === '') return bad('import.required', {});
  if (isFormula(text)) return bad('import.formula', { value: text });
  if (text.length > limit)
    return bad('import.too-long', { length: String(text.length), limit: String(limit) });
  return good(text);
}

/** Text in ordinary digits and letters: a code or a number of a document. */
export function readCode(raw: string, limit: number): Cell<string> {
  const cell = readText(raw, limit);
  if (cell.value === null || !hasFullWidth(cell.value)) return cell;
  return bad('import.full-width-digits', { value: cell.value }, cell.value.normalize('NFKC'));
}

/**
 * A non-negative decimal with at most 4 decimals, in units of 0.0001 (domain §5: more decimals are refused, never
 * rounded). A value with too many decimals or in full-width digits is still told, cut off, for the row's other rules.
 */
export function readQuantity(raw: string, limit: bigint): Cell<bigint> {
  const text = raw.trim();
  if (text === '') return bad('import.required', {});
  const normal = text.normalize('NFKC');
  if (isFormula(normal)) return bad('import.formula', { value: text });
  if (!isNumberLike(normal)) return bad('import.not-a-number', { value: text });
  const [whole = '0', fraction = ''] = normal.replace(/^[+-]/, '').split('.');
  const value = BigInt(whole + fraction.slice(0, 4).padEnd(4, '0'));
  if (normal.startsWith('-')) return bad('import.negative', { value: text });
  if (normal !== text) return bad('import.full-width-digits', { value: text }, value);
  if (fraction.length > 4) {
    return bad('import.too-precise', { value: text, decimals: String(fraction.length) }, value);
  }
  if (value > limit) return bad('import.absurd', { value: text, limit: formatHa(limit) });
  return good(value);
}

/** Quality grade 1 (best) to 15 (domain §3). */
export function readGrade(raw: string): Cell<bigint> {
  const cell = readCode(raw, 8);
  if (cell.value === null) return { value: null, fault: cell.fault };
  const grade = /^\d{1,2}$/.test(cell.value) ? BigInt(cell.value) : 0n;
  if (grade < 1n || grade > 15n) return bad('import.grade-out-of-range', { value: cell.value });
  return { value: grade, fault: cell.fault };
}

/** A day that exists and is not after `today`, as `YYYY-MM-DD`; the sheet may write 2019-9-3 or 2019/09/03. */
export function readDay(raw: string, today: string): Cell<string> {
  const cell = readCode(raw, 32);
  if (cell.value === null) return cell;
  const value = cell.value;
  const parts = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(value);
  const day = parts ? `${parts[1]}-${parts[3]?.padStart(2, '0')}-${parts[4]?.padStart(2, '0')}` : '';
  if (!exists(day)) return bad('import.impossible-date', { value });
  if (day > today) return bad('import.future-date', { value, today });
  return { value: day, fault: cell.fault };
}

/** Before the first land law nothing was accepted; a spreadsheet's zero date (1899) is a mistake too. */
const firstDay = '1987-01-01';

function exists(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return day >= firstDay && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}
