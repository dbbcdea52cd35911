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
