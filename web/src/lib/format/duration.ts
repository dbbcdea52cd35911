/** Remaining time split the way a countdown shows it. Never negative. */
export interface Remaining {
  days: number;
  hours: string;
  minutes: string;
  seconds: string;
  totalSeconds: number;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Milliseconds → parts; a started second still counts, so 0 is shown only when time is up. */
export function remaining(milliseconds: number): Remaining {
  const totalSeconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const days = Math.floor(totalSeconds / 86_400);
  const rest = totalSeconds % 86_400;
  return {
    days,
    hours: two(Math.floor(rest / 3600)),
    minutes: two(Math.floor((rest % 3600) / 60)),
    seconds: two(rest % 60),
    totalSeconds,
  };
}

/** `"02:17"`, `"1:02:17"`: for a countdown of less than a day. */
export function remainingClock(milliseconds: number): string {
  const left = remaining(milliseconds);
  const hours = Math.floor(left.totalSeconds / 3600);
  return hours > 0 ? `${hours}:${left.minutes}:${left.seconds}` : `${left.minutes}:${left.seconds}`;
}
