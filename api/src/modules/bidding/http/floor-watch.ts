import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { KeepFloor } from '../application/keep-floor.use-case.js';

const beatMs = 4_000;

/** Beats while this process serves: once before it listens, so that no bid is judged by a window that an outage took. */
@Injectable()
export class FloorWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('FloorWatch');
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly floor: KeepFloor) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.beat();
    this.timer = setInterval(() => void this.beat(), beatMs);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** A beat that fails is the outage itself: the next one that succeeds sees the gap. */
  private async beat(): Promise<void> {
    try {
      const extended = await this.floor.beat();
      if (extended > 0) this.log.warn(`Bidding was impossible: ${extended} windows were extended`);
    } catch (error) {
      this.log.warn(`Cannot beat: ${String(error)}`);
    }
  }
}
