import type { DueRow } from './due-work.js';

/** Wall clock: what is due and still there after so long is not being done (reliability I8). */
const stuckAfterMs = 5 * 60_000;

/** Remembers since when it has seen each due thing, and tells once of each that stays too long. */
export class StuckWork {
  private seen = new Map<string, { since: number; told: boolean }>();

  /** Takes what is due now, at `at` ms of a clock that never steps back; answers what has just become stuck. */
  note(due: readonly DueRow[], at: number): DueRow[] {
    const still = new Map<string, { since: number; told: boolean }>();
    const stuck = due.filter((row) => {
      const key = `${row.job} ${row.subject_id} ${row.due_at.getTime()}`;
      const known = this.seen.get(key) ?? { since: at, told: false };
      const tells = !known.told && at - known.since >= stuckAfterMs;
      still.set(key, { since: known.since, told: known.told || tells });
      return tells;
    });
    this.seen = still;
    return stuck;
  }
}
