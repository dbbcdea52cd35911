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

/** So many next numbers of each series, in one go; the series are locked in the order of their names. */
export async function nextNumbers(
  tx: Tx,
  wanted: ReadonlyMap<string, number>,
  digits = 6,
): Promise<Map<string, string[]>> {
  const rows = await tx.query<{ series: string; last: bigint }>(
    `insert into number_series (series, last)
     select * from unnest($1::text[], $2::bigint[]) as t (series, n) order by series
     on conflict (series) do update set last = number_series.last + excluded.last returning series, last`,
    [[...wanted.keys()], [...wanted.values()]],
  );
  return new Map(
    rows.map(({ series, last }) => {
      const count = wanted.get(series) ?? 0;
      const first = last - BigInt(count) + 1n;
      const numbers = Array.from({ length: count }, (_, i) => {
        const number = (first + BigInt(i)).toString().padStart(digits, '0');
        return `${series}-${number}`;
      });
      return [series, numbers];
    }),
  );
}
