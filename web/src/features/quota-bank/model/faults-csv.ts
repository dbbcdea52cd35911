import type { Language } from '../../../lib/preferences.js';
import type { ImportFault } from '../api/imports.js';

/** A cell that a spreadsheet would run as a formula gets a quote before it. */
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const cell = (text: string): string => `"${guarded(text).replaceAll('"', '""')}"`;

const heads: Record<Language, readonly string[]> = {
  'zh-CN': ['行', '列', '代码', '原因'],
  en: ['Row', 'Column', 'Code', 'Reason'],
};

/** The faults of an import as CSV: byte order mark for spreadsheets, one line a fault. */
export function faultsCsv(faults: readonly ImportFault[], language: Language): string {
  const lines = faults.map((fault) =>
    [String(fault.row), fault.column, fault.code, language === 'en' ? fault.messageEn : fault.message]
      .map(cell)
      .join(','),
  );
  return `\uFEFF${[heads[language].map(cell).join(','), ...lines].join('\r\n')}\r\n`;
}
