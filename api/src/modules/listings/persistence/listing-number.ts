import type { Tx } from '../../../kernel/unit-of-work/tx.js';

const digits = 6;

/** The next number of a notice, `SFQ-2026-000123`: one series an indicator and year, without a gap. */
export async function takeListingNumber(tx: Tx, quota: string, year: number): Promise<string> {
  const series = `${quota}-${year}`;
  const [row] = await tx.query<{ last: bigint }>(
    `insert into number_series (series, last) values ($1, 1)
     on conflict (series) do update set last = number_series.last + 1 returning last`,
    [`listing:${series}`],
  );
  if (!row) throw new Error(`series ${series} gave no number`);
  return `${series}-${row.last.toString().padStart(digits, '0')}`;
}
