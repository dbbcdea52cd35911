import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, tenantTable } from './sql.js';

/** The verifiable draw (domain §11 F1.7): a commitment with the notice, the secret apart from it until the close. */
export class Draws1790000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(appendOnly('draw_secret'));
    // Nobody's row: only commands that act for the market see it, and none of them shows it before the draw.
    await runner.query(tenantTable('draw_secret', 'null::uuid', 'null::text'));
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const tables = `
  alter table listing add column draw_commitment text check (draw_commitment ~ '^[0-9a-f]{64}$');
  comment on column listing.draw is 'The published record of the draw; null where none was needed.';

  create table draw_secret (
    listing_id uuid primary key references listing (id),
    secret text not null check (secret ~ '^[0-9a-f]{64}$'),
    committed_at timestamptz not null
  );`;
