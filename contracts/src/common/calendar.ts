/**
 * Days of Asia/Shanghai and working days (replay.md "Advance"). Shanghai keeps UTC+8 without summer time, so a fixed
 * offset is exact for every date that the market can hold. Which days work is an editable table; weekends rest by
 * default.
 */

const hour = 3_600_000;
export const dayMs = 24 * hour;
const shanghaiOffset = 8 * hour;

/** Exceptions by day (`2026-05-01` → false, a Saturday made up → true), as in the calendar table. */
export type WorkingDayTable = ReadonlyMap<string, boolean>;

/** The Shanghai day of an instant, `YYYY-MM-DD`. */
export const shanghaiDay = (at: Date): string =>
  new Date(at.getTime() + shanghaiOffset).toISOString().slice(0, 10);

export const shanghaiYear = (at: Date): number => new Date(at.getTime() + shanghaiOffset).getUTCFullYear();

/** 00:00 Asia/Shanghai of a day, which is 24:00 of the day before. */
export const startOfDay = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) - shanghaiOffset);

/** The day `count` days later (or earlier). */
export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);

export function isWorkingDay(day: string, table: WorkingDayTable): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return table.get(day) ?? (weekday !== 0 && weekday !== 6);
}

/** A table that lets nothing work for ten years is a mistake, not a calendar. */
const longestSearch = 3_660;

/**
 * The end of n working days: 24:00 Asia/Shanghai on the nth working day after the day of the start. None end at the
 * start itself. Throws RangeError when the table has no n working days within ten years.
 */
export function endOfWorkingDays(start: Date, count: number, table: WorkingDayTable): Date {
  if (count <= 0) return start;
  let day = shanghaiDay(start);
  let left = count;
  for (let searched = 0; searched < longestSearch + count; searched += 1) {
    day = addDays(day, 1);
    if (isWorkingDay(day, table)) left -= 1;
    if (left === 0) return startOfDay(addDays(day, 1));
  }
  throw new RangeError(`no ${count} working days after ${shanghaiDay(start)}`);
}

/** n calendar days are n × 24 h. */
export const addCalendarDays = (start: Date, count: number): Date =>
  new Date(start.getTime() + count * dayMs);
export const addHours = (start: Date, count: number): Date => new Date(start.getTime() + count * hour);
export const addMinutes = (start: Date, count: number): Date => new Date(start.getTime() + count * 60_000);

/** The same Shanghai clock time `count` months on; the last day of a shorter month where the day does not exist. */
export function addMonths(start: Date, count: number): Date {
  const local = new Date(start.getTime() + shanghaiOffset);
  const target = new Date(local.getTime());
  target.setUTCDate(1);
  target.setUTCMonth(target.getUTCMonth() + count);
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(local.getUTCDate(), lastDay));
  return new Date(target.getTime() - shanghaiOffset);
}
