/** Instants on screen: always Asia/Shanghai, whatever the reader's machine believes (architecture §3). */

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

type Field = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

function fields(at: number): Record<Field, string> {
  const found = { year: '', month: '', day: '', hour: '', minute: '', second: '' };
  for (const part of parts.formatToParts(at)) {
    if (part.type in found) found[part.type as Field] = part.value;
  }
  return found;
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
