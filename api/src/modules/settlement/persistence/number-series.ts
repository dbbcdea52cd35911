import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** The next number of a series, without gaps: its row stays locked until the commit. */
export async function nextNumber(tx: Tx, series: string, digits = 6): Promise<string> {
  const [row] = await tx.query<{ last: bigint }>(
    `insert into number_series (series, last) values ($1, 1)
     on conflict (series) do update set last = number_series.last + 1 returning last`,
    [series],
  );
  if (!row) throw new Error(`series ${series} gave no number`);
  return `${series}-${row.last.toString().padStart(digits, '0')}`;
}
