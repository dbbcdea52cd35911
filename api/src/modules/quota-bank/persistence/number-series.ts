import type { Tx } from '../../../kernel/unit-of-work/tx.js';

const digits = 3;

/**
 * Takes the next numbers of many series at once, in the order asked: `['SFQ-2026-640425', 'SFQ-2026-640425']` →
 * `SFQ-2026-640425-001`, `-002`. Each series is one row under its lock until the commit, so none has a gap.
 */
export async function takeNumbers(tx: Tx, series: readonly string[]): Promise<string[]> {
  if (series.length === 0) return [];
  const counts = new Map<string, bigint>();
  for (const each of series) counts.set(each, (counts.get(each) ?? 0n) + 1n);
  const names = [...counts.keys()].sort();
  const rows = await tx.query<{ series: string; last: bigint }>(
    `insert into number_series (series, last)
     select series, count from unnest($1::text[], $2::bigint[]) as t (series, count) order by series
     on conflict (series) do update set last = number_series.last + excluded.last
     returning series, last`,
    [names, names.map((name) => counts.get(name)?.toString())],
  );
  const next = new Map(rows.map((row) => [row.series, row.last - (counts.get(row.series) ?? 0n)]));
  return series.map((each) => {
    const number = (next.get(each) ?? 0n) + 1n;
    next.set(each, number);
    return `${each}-${number.toString().padStart(digits, '0')}`;
  });
}
