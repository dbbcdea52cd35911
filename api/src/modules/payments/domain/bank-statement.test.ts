import { describe, expect, it } from 'vitest';
import { readBankStatement } from './bank-statement.js';

const head = ['流水号', '交易时间', '金额', '附言'];

describe('a bank statement', () => {
  it('is read in either language, in any order of columns, in Shanghai time', () => {
    const { lines, rejected } = readBankStatement([
      ['Amount', 'Reference', 'Remark', 'Time'],
      ['-1,234.56', 'B-1', 'MH0001', '2026-03-02 09:00:00'],
      ['', '', '', ''],
    ]);
    expect(rejected).toEqual([]);
    expect(lines).toEqual([
      { reference: 'B-1', amount: -123_456n, remark: 'MH0001', occurredAt: new Date('2026-03-02T01:00:00Z') },
    ]);
  });

  it('names every bad cell by row and column, and reads the rest', () => {
    const { lines, rejected } = readBankStatement([
      head,
      ['B-1', '2026-03-02 09:00:00', '10.00', ''],
      ['', 'yesterday', '1.5', ''],
    ]);
    expect(lines).toHaveLength(1);
    expect(rejected.map(({ row, column }) => [row, column])).toEqual([
      [3, '流水号'],
      [3, '交易时间'],
      [3, '金额'],
    ]);
  });

  it('without its columns is refused as a whole', () => {
    expect(readBankStatement([['a', 'b']]).rejected).toHaveLength(4);
  });
});
