import { setTimeout as sleep } from 'node:timers/promises';

const quietMs = 50;

/** Lets work that takes long begin when nothing that somebody waits for is under way in this process. */
export class Lull {
  private active = 0;
  private since = 0;

  /** Runs what somebody waits for. */
  async during<R>(work: () => Promise<R>): Promise<R> {
    this.active += 1;
    try {
      return await work();
    } finally {
      this.active -= 1;
      this.since = performance.now();
    }
  }

  /** Waits for a lull, though not for ever, ms: it must come forward even where there is none. Then runs what takes long. */
  async before<R>(patienceMs: number, work: () => Promise<R>): Promise<R> {
    const patientUntil = performance.now() + patienceMs;
    while (!this.quiet && performance.now() < patientUntil) await sleep(quietMs / 2);
    return work();
  }

  /** How much that somebody waits for is under way. */
  get busy(): number {
    return this.active;
  }

  private get quiet(): boolean {
    return this.active === 0 && performance.now() - this.since >= quietMs;
  }
}
