import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable, writable } from './sql.js';

/** Objections in the stand-still and reports by anyone (domain §12), each with an owner, a deadline and an answer. */
export class Complaints1790000000352 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(writable('complaint'));
    await runner.query('revoke delete on complaint from muheng_api, muheng_worker');
    await runner.query(tenantTable('complaint', 'filed_by_party', 'region_code'));
    await runner.query('grant select on complaint to muheng_reconciler');
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const tables = `
  create table complaint (
    id uuid primary key,
    -- objection: stops a trade until it is decided. report: anyone's word about a notice, lot or trade.
    kind text not null check (kind in ('objection', 'report')),
    -- What the reporter asks by, without signing in.
    receipt text not null unique,
    subject_type text not null check (subject_type in ('listing', 'lot', 'trade')),
    subject_id uuid not null,
    region_code char(6) not null,
    filed_by_party uuid references party (id),
    filed_by_person uuid,
    contact text,
    body text not null check (length(body) > 0),
    level smallint not null default 1 check (level in (1, 2)),
    owner_party_id uuid not null references party (id),
    filed_at timestamptz not null,
    due_at timestamptz not null,
    outcome text check (outcome in ('upheld', 'dismissed', 'answered')),
    answer text,
    decided_by uuid,
    decided_at timestamptz,
    constraint complaint_decided_whole check ((outcome is null) = (answer is null) and (outcome is null) = (decided_at is null)),
    constraint complaint_by_a_party check (kind = 'report' or filed_by_party is not null)
  );
  create index complaint_owner on complaint (owner_party_id, due_at) where decided_at is null;
  create index complaint_region on complaint (region_code, filed_at desc);
  create unique index complaint_one_open on complaint (subject_id, filed_by_party) where kind = 'objection' and decided_at is null;`;
