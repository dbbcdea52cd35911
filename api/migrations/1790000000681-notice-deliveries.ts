import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable, writable } from './sql.js';

/** Notices that go to a webhook of whoever is told them, beside the public changes that go there. */
export class NoticeDeliveries1790000000681 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notice_delivery (
        id uuid primary key default gen_random_uuid(),
        endpoint_id uuid not null references webhook_endpoint (id),
        party_id uuid not null references party (id),
        region_code char(6) not null,
        kind text not null,
        topic text not null,
        facts jsonb not null,
        page text not null,
        told_once text not null,
        -- When it happened, by market time.
        at timestamptz not null,
        state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
        attempts integer not null default 0,
        next_at timestamptz not null default clock_timestamp(),
        status integer,
        error text,
        delivered_at timestamptz,
        unique (endpoint_id, kind, told_once)
      );
      create index notice_delivery_due on notice_delivery (next_at) where state = 'waiting';
      create index notice_delivery_log on notice_delivery (endpoint_id, at desc);
      create index webhook_endpoint_maker on webhook_endpoint (created_by) where ended_at is null;`);
    await runner.query(writable('notice_delivery'));
    await runner.query(tenantTable('notice_delivery', 'party_id', 'region_code'));
    await runner.query('grant select on notice_delivery to muheng_reconciler');
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}
