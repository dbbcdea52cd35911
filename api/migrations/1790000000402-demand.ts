import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable, writable } from './sql.js';

/** The demand book: needs that their owners published. How much is still wanted, the need itself says. */
export class Demand1790000000402 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table demand (
        id uuid primary key,
        need_id uuid not null references need (id),
        party_id uuid not null references party (id),
        region_code char(6) not null,
        -- 分 for one 亩; null: the buyer does not say.
        limit_per_mu bigint check (limit_per_mu > 0),
        named boolean not null,
        -- Its last day in Asia/Shanghai.
        valid_until date not null,
        by_person_id uuid not null,
        published_at timestamptz not null,
        withdrawn_at timestamptz
      );
      create unique index demand_open on demand (need_id) where withdrawn_at is null;
      create index demand_party on demand (party_id);`);
    await runner.query(writable('demand'));
    await runner.query(tenantTable('demand', 'party_id', 'region_code'));
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}
