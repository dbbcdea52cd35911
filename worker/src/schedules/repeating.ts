import { Logger } from '@nestjs/common';

/**
 * Does one thing again and again: every so often, and at once when poked. Never twice at the same time; a poke that
 * comes meanwhile is answered by one more round. A failed round is logged and the next one tries again.
 */
export class Repeating {
  private readonly log = new Logger('Schedule');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;
  private again = false;
  stopped = false;

  constructor(
    private readonly everyMs: number,
    private readonly round: () => Promise<void>,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.poke(), this.everyMs);
    this.poke();
  }

  poke(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.rounds().finally(() => {
      this.running = null;
    });
  }

  /** Ends after the round in hand. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  private async rounds(): Promise<void> {
    do {
      this.again = false;
      try {
        await this.round();
      } catch (error) {
        this.log.error(
          `A round failed and is tried again: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
        return;
      }
    } while (this.again && !this.stopped);
  }
}
