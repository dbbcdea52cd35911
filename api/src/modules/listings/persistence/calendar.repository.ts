import type { WorkingDayTable } from '@muheng/contracts/common/calendar';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** Days around market time that differ from the plain week; a year and a half covers every period of a policy. */
export async function loadCalendar(tx: Tx | ReadTx): Promise<WorkingDayTable> {
  const rows = await tx.query<{ day: string; working: boolean }>(
    `select day, working from calendar_day
     where day between (app_now() - interval '30 days')::date and (app_now() + interval '18 months')::date`,
  );
  return new Map(rows.map((row) => [row.day, row.working]));
}

/** The days of a year that differ from the plain week, in order. */
export async function listDays(
  tx: Tx | ReadTx,
  year: number,
): Promise<{ day: string; working: boolean; note: string }[]> {
  return tx.query(
    `select day::text, working, note from calendar_day
     where day between make_date($1, 1, 1) and make_date($1, 12, 31) order by day`,
    [year],
  );
}

/** Sets every day of a range; as text, for a day has no hour that a time zone could move. */
export async function setDays(
  tx: Tx,
  from: string,
  to: string,
  working: boolean,
  note: string,
): Promise<void> {
  await tx.query(
    `insert into calendar_day (day, working, note)
     select each::date, $3, $4 from generate_series($1::date::timestamp, $2::date::timestamp, interval '1 day') as each
     on conflict (day) do update set working = excluded.working, note = excluded.note`,
    [from, to, working, note],
  );
}
