import type { MigrationInterface, QueryRunner } from 'typeorm';
import { writable } from './sql.js';

/** Where the last run left the journal: from there on, the minute's run checks only what is new (stack §9). */
export class LedgerMark1790000000152 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The snapshot in which the books agreed, and each balance in it. One row: a mark replaces the one before.
      create table ledger_mark (
        only_row boolean primary key default true check (only_row),
        snapshot pg_snapshot not null,
        reconciliation_id uuid not null,
        taken_at timestamptz not null
      );
      create table ledger_mark_balance (
        account_id bigint primary key,
        balance bigint not null
      );
      grant select on ledger_mark, ledger_mark_balance to muheng_reconciler;`);
    await runner.query(writable('ledger_mark', 'ledger_mark_balance'));
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}
