import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import pg from 'pg';
import { Subject } from 'rxjs';
import { CONFIG, type Config } from '../config.js';
import { connectionOptions } from '../database/data-source.js';

export interface LiveNotice {
  topic: string;
  data: Record<string, unknown>;
}

const reconnectMs = 500;

/**
 * What `tx.notify` said, in every api process, through LISTEN/NOTIFY. A broken connection is made anew; readers
 * find what they missed by version, so nothing here needs to last.
 */
@Injectable()
export class LiveFeed implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly notices = new Subject<LiveNotice>();
  /** Fires after a reconnect: whoever follows a topic must look at its version again. */
  readonly gaps = new Subject<void>();
  private readonly log = new Logger('LiveFeed');
  private client: pg.Client | null = null;
  private stopped = false;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.notices.complete();
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const { connectionString } = connectionOptions(this.config.DATABASE_URL, 'muheng_api', 1);
    const client = new pg.Client({ connectionString, options: '-c role=muheng_api', keepAlive: true });
    client.on('error', (error) => this.lost(error));
    client.on('end', () => this.lost(null));
    client.on('notification', (message) => this.receive(message.payload ?? ''));
    try {
      await client.connect();
      await client.query('listen live');
      this.client = client;
    } catch (error) {
      this.lost(error);
    }
  }

  private receive(payload: string): void {
    const notice = JSON.parse(payload) as LiveNotice;
    this.notices.next(notice);
  }

  private lost(error: unknown): void {
    if (this.stopped || (this.client === null && error === null)) return;
    this.client?.removeAllListeners('end');
    this.client = null;
    if (error) this.log.warn(`Lost the live connection: ${String(error)}`);
    setTimeout(() => {
      if (this.stopped) return;
      void this.connect().then(() => this.gaps.next());
    }, reconnectMs).unref();
  }
}
