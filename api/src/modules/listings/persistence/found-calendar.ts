import { addDays, isWorkingDay } from '@muheng/contracts/common/calendar';
import chineseDays from 'chinese-days';

const firstYear = 2025;
const lastYear = 2027;
const noTable = new Map<string, boolean>();

/**
 * The thirteen statutory days of a year whose bridging days the State Council has not announced when this was
 * written. The calendar table is edited when it does.
 */
const statutoryOnly: Readonly<Record<number, readonly string[]>> = {
  2027: [
    '2027-01-01',
    '2027-02-05',
    '2027-02-06',
    '2027-02-07',
    '2027-02-08',
    '2027-04-05',
    '2027-05-01',
    '2027-05-02',
    '2027-06-09',
    '2027-09-15',
    '2027-10-01',
    '2027-10-02',
    '2027-10-03',
  ],
};

export interface CalendarDay {
  day: string;
  working: boolean;
  note: string;
}

/** Days of mainland China that differ from the plain week: public holidays, and weekends that are made up for. */
export function statutoryDays(): CalendarDay[] {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i);
  return years.flatMap((year) => {
    const announced = chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0;
    return announced ? announcedDays(year) : (statutoryOnly[year] ?? []).map((day) => restOn(day));
  });
}

const restOn = (day: string): CalendarDay => ({ day, working: false, note: '法定节假日' });

function announcedDays(year: number): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const working = chineseDays.isWorkday(day);
    if (working !== isWorkingDay(day, noTable))
      days.push(working ? { day, working, note: '调休上班' } : restOn(day));
  }
  return days;
}

/** Writes the statutory days; a day that somebody has edited stays as it is. */
export async function foundCalendar(
  query: (sql: string, params: unknown[]) => Promise<unknown>,
): Promise<void> {
  await query(
    `insert into calendar_day (day, working, note)
     select day, working, note from jsonb_to_recordset($1::jsonb) as t (day date, working boolean, note text)
     on conflict (day) do nothing`,
    [JSON.stringify(statutoryDays())],
  );
}
