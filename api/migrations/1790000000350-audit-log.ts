import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './sql.js';

/** The audit log as a Merkle tree: each committed row gets a position, positions are hashed, roots are signed. */
export class AuditLog1790000000350 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(appendOnly('audit_leaf', 'audit_checkpoint'));
    await runner.query(`
      grant select on audit_tile, audit_log to muheng_api, muheng_worker, muheng_reconciler;
      grant insert, update on audit_tile, audit_log to muheng_worker;
      grant select on audit_leaf, audit_checkpoint to muheng_reconciler;
      revoke insert on audit_leaf, audit_checkpoint from muheng_api;`);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const tables = `
  -- Which transaction wrote a row. By it the sealer finds what has committed since it last looked, without a queue
  -- that every command would have to fill. Rows older than this migration count as written by it.
  alter table audit add column xid xid8 not null default pg_current_xact_id();
  create index audit_xid on audit (xid);

  -- The position of each row in the log: commit order, without gaps.
  create table audit_leaf (
    position bigint primary key check (position >= 0),
    audit_id uuid not null unique,
    audit_at timestamptz not null
  );

  -- Hashes by 256 (domain/audit-log/tiles.ts); the last tile of each level grows.
  create table audit_tile (
    level smallint not null,
    ordinal bigint not null,
    hashes bytea not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
    primary key (level, ordinal)
  );

  create table audit_log (
    one boolean primary key default true check (one),
    size bigint not null default 0 check (size >= 0),
    -- Every row written by an older transaction has its position.
    sealed_below xid8 not null default '0',
    hash text not null check (hash in ('SHA-256', 'SM3')),
    sealed_at timestamptz not null default clock_timestamp(),
    public_key text
  );

  -- Our copy of what was signed; the regulator's own is the one that counts.
  create table audit_checkpoint (
    size bigint not null,
    at timestamptz not null,
    root bytea not null,
    note text not null,
    primary key (size, at)
  );`;
