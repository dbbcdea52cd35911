import { describe, expect, it } from 'vitest';
import { faultsCsv } from './faults-csv.js';

describe('the list of rejected cells', () => {
  it('quotes, and disarms what a spreadsheet would run', () => {
    const fault = {
      row: 3,
      column: '=cmd',
      code: 'import.formula',
      message: '是“公式”',
      messageEn: 'a "formula"',
    };
    const [head, line] = faultsCsv([fault], 'en').split('\r\n');
    expect(head).toBe('\uFEFF"Row","Column","Code","Reason"');
    expect(line).toBe('"3","\'=cmd","import.formula","a ""formula"""');
  });
});
