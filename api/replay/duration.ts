const pattern = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Adds an ISO 8601 duration. Years and months by the calendar, a day is 24 hours. Throws on a text that is none. */
export function addDuration(start: Date, duration: string): Date {
  const parts = pattern.exec(duration);
  if (!parts || duration === 'P' || duration.endsWith('T'))
    throw new Error(`no ISO 8601 duration: ${duration}`);
  const [years, months, weeks, days, hours, minutes, seconds] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  const end = new Date(start);
  end.setUTCFullYear(end.getUTCFullYear() + (years ?? 0));
  end.setUTCMonth(end.getUTCMonth() + (months ?? 0));
  const wholeDays = (weeks ?? 0) * 7 + (days ?? 0);
  const rest = ((wholeDays * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0);
  return new Date(end.getTime() + rest * 1000);
}
