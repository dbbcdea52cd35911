const FIRST_MS = 1_000;
const LONGEST_MS = 3_600_000;
const GIVE_UP_MS = 3 * 24 * 3_600_000;

/**
 * When a webhook that failed is tried again: after 1 s, 2 s, 4 s … at most an hour; null after three days,
 * which is when Stripe gives up (reliability §1.2).
 * @param attempts how often it was tried, at least 1
 */
export function nextAttempt(attempts: number, created: Date, now: Date): Date | null {
  const wait = Math.min(FIRST_MS * 2 ** Math.min(attempts - 1, 20), LONGEST_MS);
  const due = new Date(now.getTime() + wait);
  return due.getTime() - created.getTime() > GIVE_UP_MS ? null : due;
}
