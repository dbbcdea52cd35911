import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import { LiveFeed } from '../../../../kernel/live/live-feed.js';
import { LiveLogQueries } from '../../application/live-log.queries.js';
import { type Frame, Trail } from './trail.js';

const topicPrefix = 'listing:';
const readMax = 512;
const retryMs = 500;

interface Followed {
  readonly trail: Trail;
  readonly listeners: Set<() => void>;
  reading: boolean;
  again: boolean;
}

/**
 * One reader of each followed listing's log for all its spectators in this process: a notice says that there is news,
 * the log says what, in order and without gaps. Nothing here needs to last.
 */
@Injectable()
export class ListingHub implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly followed = new Map<string, Followed>();
  private readonly subscriptions: Subscription[] = [];
  private readonly log = new Logger('ListingHub');

  constructor(
    private readonly live: LiveFeed,
    private readonly logs: LiveLogQueries,
  ) {}

  onApplicationBootstrap(): void {
    this.subscriptions.push(
      this.live.notices.subscribe(({ topic, data }) => {
        if (topic.startsWith(topicPrefix)) this.hear(topic.slice(topicPrefix.length), data['version']);
      }),
      this.live.gaps.subscribe(() => {
        for (const id of this.followed.keys()) this.wake(id);
      }),
    );
  }

  onModuleDestroy(): void {
    for (const each of this.subscriptions) each.unsubscribe();
    this.followed.clear();
  }

  /** Follows a listing from the version that its log has now; call `stop` to end. */
  follow(listingId: string, version: bigint, listener: () => void): { trail: Trail; stop: () => void } {
    const each = this.followed.get(listingId) ?? {
      trail: new Trail(version),
      listeners: new Set<() => void>(),
      reading: false,
      again: false,
    };
    this.followed.set(listingId, each);
    each.listeners.add(listener);
    // Whatever happened between the reading of `version` and now is read at once.
    this.wake(listingId);
    return {
      trail: each.trail,
      stop: () => {
        each.listeners.delete(listener);
        if (each.listeners.size === 0 && this.followed.get(listingId) === each)
          this.followed.delete(listingId);
      },
    };
  }

  /** Events after a version, from the log itself, for a reader whom the trail no longer reaches. */
  async readAfter(listingId: string, version: bigint): Promise<Frame[]> {
    return this.logs.eventsAfter(listingId, version, readMax);
  }

  private hear(listingId: string, version: unknown): void {
    const each = this.followed.get(listingId);
    if (each && typeof version === 'string' && BigInt(version) > each.trail.version) this.wake(listingId);
  }

  private wake(listingId: string): void {
    const each = this.followed.get(listingId);
    if (!each) return;
    each.again = true;
    if (!each.reading) void this.read(listingId, each);
  }

  private async read(listingId: string, each: Followed): Promise<void> {
    each.reading = true;
    while (each.again && each.listeners.size > 0) {
      each.again = false;
      try {
        const frames = await this.readAfter(listingId, each.trail.version);
        if (frames.length === readMax) each.again = true;
        each.trail.add(frames);
        if (frames.length > 0) for (const listener of each.listeners) listener();
      } catch (error) {
        this.log.warn(`Cannot read the log of listing ${listingId}: ${String(error)}`);
        setTimeout(() => this.wake(listingId), retryMs).unref();
        break;
      }
    }
    each.reading = false;
  }
}
