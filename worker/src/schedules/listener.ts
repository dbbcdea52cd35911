import { type Config, connectionOptions } from '@muheng/api/core';
import { Logger } from '@nestjs/common';
import pg from 'pg';

const reconnectMs = 500;

/** Hears NOTIFY on the named channels. A broken connection is made anew, and then everybody is told to look. */
export class Listener {
  private readonly log = new Logger('Listener');
  private client: pg.Client | null = null;
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly channels: Readonly<Record<string, () => void>>,
  ) {}

  async start(): Promise<void> {
    const { connectionString } = connectionOptions(this.config.DATABASE_URL, 'muheng_worker', 1);
    const client = new pg.Client({ connectionString, options: '-c role=muheng_worker', keepAlive: true });
    let lost = false;
    const lose = (error: unknown): void => {
      if (lost || this.stopped) return;
      lost = true;
      this.log.warn(`Lost the listening connection: ${String(error)}`);
      void client.end().catch(() => undefined);
      setTimeout(() => void this.start(), reconnectMs).unref();
    };
    client.on('error', lose);
    client.on('end', () => lose('it ended'));
    client.on('notification', ({ channel }) => this.channels[channel]?.());
    try {
      await client.connect();
      for (const channel of Object.keys(this.channels))
        await client.query(`listen ${client.escapeIdentifier(channel)}`);
      this.client = client;
      for (const tell of Object.values(this.channels)) tell();
    } catch (error) {
      lose(error);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.client?.end().catch(() => undefined);
  }
}
