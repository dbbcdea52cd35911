const dayMs = 86_400_000;

/** Whole days in Shanghai from a day (`2026-11-20`) to an instant. */
export const daysSince = (day: string, now: number): number =>
  Math.floor((now - Date.parse(`${day}T00:00:00+08:00`)) / dayMs);
