import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './sql.js';

/** Approved maps of the region, as they were put up and taken down; the newest row is what the atlas draws. */
export class RegionMap1790000000660 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table region_map (
        id uuid primary key,
        position bigint generated always as identity unique,
        approval_no text not null,
        source text not null,
        -- Null: the map was taken down, and the atlas draws its tiles again.
        counties jsonb,
        points int not null check (points >= 0 and (points = 0) = (counties is null)),
        sha256 char(64) check ((sha256 is null) = (counties is null)),
        uploaded_by uuid not null references person (id),
        uploaded_at timestamptz not null
      );
      ${appendOnly('region_map')}
      grant select on region_map to muheng_reconciler;`);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}
