import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, tenantTable } from './sql.js';

/** Who has declared an interest in a listing signs nothing of it any more, whatever they say later. */
export class Interests1790000000682 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table interest_held (
        listing_id uuid not null references listing (id),
        person_id uuid not null references person (id),
        party_id uuid not null references party (id),
        region_code char(6) not null,
        declared_at timestamptz not null,
        primary key (listing_id, person_id)
      );`);
    await runner.query(appendOnly('interest_held'));
    await runner.query(tenantTable('interest_held', 'party_id', 'region_code'));
    await runner.query('grant select on interest_held to muheng_reconciler');
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}
