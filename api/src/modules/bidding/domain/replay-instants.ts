/**
 * Clocks are read once for a listing's row and once more for its log: what they say may lie so far apart, in ms.
 * A window that moved by more than that moved by no rule.
 */
const sameInstantMs = 2_000;
export const isNear = (left: Date, right: Date): boolean =>
  Math.abs(left.getTime() - right.getTime()) <= sameInstantMs;

/** A step of a log; of those that begin or end a pause the instant is known. */
interface Step {
  kind: string;
  at?: Date;
}

/** Where a pause has moved what was still to come when it began. */
export const afterPause =
  (from: Date, until: Date) =>
  (instant: Date): Date =>
    instant > from ? new Date(instant.getTime() + until.getTime() - from.getTime()) : instant;

/** How long each pause was, by its resumption. */
function pausesOf(steps: readonly Step[]): { from: Date; until: Date }[] {
  const pauses: { from: Date; until: Date }[] = [];
  let from: Date | null = null;
  for (const { kind, at = null } of steps) {
    if (kind === 'pause') from = at;
    if (kind === 'resume' && from !== null && at !== null) {
      pauses.push({ from, until: at });
      from = null;
    }
  }
  return pauses;
}

/** Leads an instant back to what was noticed: every pause, the last one first, is taken out of it again. */
export function withoutPauses(steps: readonly Step[]): (at: Date) => Date {
  const pauses = pausesOf(steps).reverse();
  return (noted) =>
    pauses.reduce(
      (at, { from, until }) =>
        at > until ? new Date(at.getTime() - (until.getTime() - from.getTime())) : at,
      noted,
    );
}
