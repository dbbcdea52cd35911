import { randomUUID } from 'node:crypto';
import type { MarketQueue } from '../queue/market-queue.js';
import { Repeating } from '../schedules/repeating.js';

const everyMs = 20_000;
const patienceMs = 60_000;
const lookEveryMs = 50;

/** Health that proves work (reliability §4.50): a job made and done within 60 s, not just an open port. */
export class Probe {
  private readonly loop = new Repeating(everyMs, () => this.round());
  private lastDoneAt: number | null = null;

  constructor(private readonly queue: MarketQueue) {}

  start(): void {
    this.loop.start();
  }

  async stop(): Promise<void> {
    await this.loop.stop();
  }

  /** Seconds since a probe was last seen done; null before the first. */
  get ageSeconds(): number | null {
    return this.lastDoneAt === null ? null : (performance.now() - this.lastDoneAt) / 1000;
  }

  get healthy(): boolean {
    const age = this.ageSeconds;
    return age !== null && age * 1000 <= patienceMs && this.queue.running;
  }

  private async round(): Promise<void> {
    const id = randomUUID();
    const started = performance.now();
    await this.queue.add([{ id, job: 'worker.probe', payload: { requestId: `probe-${id}` } }]);
    while (!this.loop.stopped && performance.now() - started < patienceMs) {
      if (!(await this.queue.isPending(id))) {
        this.lastDoneAt = performance.now();
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  }
}
