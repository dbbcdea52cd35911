import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Subject } from 'rxjs';
import { LiveLogQueries } from '../../application/live-log.queries.js';

const beatMs = 10_000;

/** Market time for every open stream of this process: one question to the database for all of them. */
@Injectable()
export class Heartbeat implements OnApplicationBootstrap, OnModuleDestroy {
  /** `clock` events; completes when the process stops, which ends every stream. */
  readonly beats = new Subject<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly logs: LiveLogQueries) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      if (!this.beats.observed) return;
      // A database that does not answer is told by silence; the next beat tries again.
      this.now().then(
        (data) => this.beats.next(data),
        () => undefined,
      );
    }, beatMs);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    this.beats.complete();
  }

  /** The `clock` event of this moment. */
  async now(): Promise<string> {
    const at = (await this.logs.marketTime()).toISOString();
    return JSON.stringify({ topic: 'clock', event: 'clock', version: null, at, payload: { serverTime: at } });
  }
}
