import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Access } from '../access/access.decorator.js';
import { CONFIG, type Config } from '../config.js';
import { Refusal } from '../errors/refusal.js';
import { Metrics } from './metrics.js';

/** For whoever runs the market: alive, ready, measured. Not part of /api/v1. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly source: DataSource,
    private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('healthz')
  @Access('public')
  health(): { status: string; mode: string } {
    return { status: 'ok', mode: this.config.MUHENG_MODE };
  }

  @Get('readyz')
  @Access('public')
  async ready(): Promise<{ status: string; outboxOldestSeconds: number }> {
    try {
      const rows: { age: number }[] = await this.source.query(
        `select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 as age from outbox`,
      );
      return { status: 'ready', outboxOldestSeconds: Math.round(rows[0]?.age ?? 0) };
    } catch {
      throw new Refusal('internal.unavailable');
    }
  }

  @Get('metrics')
  @Access('public')
  @Header('content-type', 'text/plain; version=0.0.4')
  async measure(): Promise<string> {
    return this.metrics.render();
  }
}
