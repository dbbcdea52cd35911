import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable, writable } from './sql.js';

/** Plans that a buyer made, and what became of the one that it chose. */
export class Planner1790000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plan_set (
        id uuid primary key,
        party_id uuid not null references party (id),
        region_code char(6) not null,
        need_id uuid references need (id),
        quota text not null check (quota in ('SFQ', 'LSQ')),
        -- What was asked and what was answered, as they went over the wire.
        input jsonb not null,
        result jsonb not null,
        by_person_id uuid not null,
        made_at timestamptz not null
      );
      create index plan_set_party on plan_set (party_id, made_at desc, id desc);`);
    await runner.query(writable('plan_set'));
    await runner.query(tenantTable('plan_set', 'party_id', 'region_code'));
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}
