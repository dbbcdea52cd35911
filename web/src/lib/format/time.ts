/** Instants on screen: always Asia/Shanghai, whatever the reader's machine believes (architecture §3). */

/** China keeps one time without summer time: eight hours ahead, so that no calendar need be asked for each row. */
const aheadMs = 8 * 3_600_000;

type Field = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

function fields(at: number): Record<Field, string> {
  const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] =
    /^(\d+)-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/.exec(new Date(at + aheadMs).toISOString()) ?? [];
  return { year, month, day, hour, minute, second };
}

/** RFC 3339 text or epoch milliseconds → epoch milliseconds. */
export const epoch = (at: string | number): number => (typeof at === 'number' ? at : Date.parse(at));

/** `"15:13:25"`; with `millis`, `"15:13:25.317"`. */
export function clockText(at: string | number, millis = false): string {
  const ms = epoch(at);
  const { hour, minute, second } = fields(ms);
  const tail = millis ? `.${String(((ms % 1000) + 1000) % 1000).padStart(3, '0')}` : '';
  return `${hour}:${minute}:${second}${tail}`;
}

/** `"15:13"`. */
export function minuteText(at: string | number): string {
  const { hour, minute } = fields(epoch(at));
  return `${hour}:${minute}`;
}

/** `"11-24"`. */
export function monthDayText(at: string | number): string {
  const { month, day } = fields(epoch(at));
  return `${month}-${day}`;
}

/** `"2026-11-24"`. */
export function dateText(at: string | number): string {
  const { year, month, day } = fields(epoch(at));
  return `${year}-${month}-${day}`;
}

/** The day that comes so many days after: `"2026-12-01"`. */
export const dayAfter = (at: number, days: number): string => dateText(at + days * 86_400_000);

/** `"11-24 15:13"`. */
export const shortStamp = (at: string | number): string => `${monthDayText(at)} ${minuteText(at)}`;

/** `"2026-12-18 10:02:16"`. */
export const fullStamp = (at: string | number): string => `${dateText(at)} ${clockText(at)}`;

/** Milliseconds to the millisecond, with the day only when it is not the day of `now`. */
export const ladderStamp = (at: string | number, now: number): string =>
  dateText(at) === dateText(now) ? clockText(at, true) : `${monthDayText(at)} ${clockText(at, true)}`;

/** Calendar fields in Shanghai as text, for documents in words. */
export function calendarFields(at: string | number): { year: string; month: string; day: string } {
  const { year, month, day } = fields(epoch(at));
  return { year, month: month.replace(/^0/, ''), day: day.replace(/^0/, '') };
}
