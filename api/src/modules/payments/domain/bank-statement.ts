import { type Fen, tryCny } from '@muheng/contracts/common/quantity';

/** One line of a bank's statement as the file has it. */
export interface BankLine {
  reference: string;
  occurredAt: Date;
  /** 分; what comes in is above zero. */
  amount: Fen;
  /** What the bank writes for: the transfer's reference, or an id of ours. */
  remark: string;
}

export interface RejectedLine {
  /** The sheet's row; the header is row 1. */
  row: number;
  column: string;
  expected: string;
}

const columns = ['流水号', '交易时间', '金额', '附言'] as const;
const english = ['reference', 'time', 'amount', 'remark'] as const;

/**
 * Reads a bank's daily statement: columns 流水号, 交易时间, 金额, 附言 (or reference, time, amount, remark), in any order;
 * times with an offset or in Shanghai, amounts with two decimals, money out with a minus. Every bad cell is named.
 */
export function readBankStatement(rows: readonly (readonly string[])[]): {
  lines: BankLine[];
  rejected: RejectedLine[];
} {
  const head = (rows[0] ?? []).map((cell) => cell.trim().toLowerCase());
  const places = columns.map((name, i) => Math.max(head.indexOf(name), head.indexOf(english[i] ?? '')));
  const missing = columns.filter((_, i) => (places[i] ?? -1) < 0);
  if (missing.length > 0)
    return {
      lines: [],
      rejected: missing.map((column) => ({ row: 1, column, expected: columns.join(', ') })),
    };
  const lines: BankLine[] = [];
  const rejected: RejectedLine[] = [];
  rows.slice(1).forEach((cells, i) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    const [reference = '', time = '', amount = '', remark = ''] = places.map((place) =>
      (cells[place] ?? '').trim(),
    );
    const occurredAt = instantOf(time);
    const fen = amountOf(amount);
    const faults = [
      ...(reference === '' || reference.length > 80 ? [['流水号', '1–80']] : []),
      ...(occurredAt === null ? [['交易时间', '2026-03-02 09:00:00']] : []),
      ...(fen === null ? [['金额', '1234.56 / -1234.56']] : []),
      ...(remark.length > 200 ? [['附言', '0–200']] : []),
    ];
    for (const [column = '', expected = ''] of faults) rejected.push({ row: i + 2, column, expected });
    if (faults.length === 0 && occurredAt && fen !== null)
      lines.push({ reference, occurredAt, amount: fen, remark });
  });
  return { lines, rejected };
}

function amountOf(text: string): Fen | null {
  const plain = text.replaceAll(',', '');
  const minus = plain.startsWith('-');
  const fen = /^-?\d{1,13}\.\d{2}$/.test(plain) ? tryCny(minus ? plain.slice(1) : plain) : null;
  if (fen === null || fen === 0n) return null;
  return (minus ? -fen : fen) as Fen;
}

function instantOf(text: string): Date | null {
  const local = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/.exec(text);
  const at = new Date(local ? `${local[1]}T${local[2]}+08:00` : text);
  return /^\d{4}-\d{2}-\d{2}[ T]/.test(text) && !Number.isNaN(at.getTime()) ? at : null;
}
