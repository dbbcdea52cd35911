import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A finding of a reconciliation freezes what it touches until it is gone (domain §13, anchors "with teeth"). */
export class FindingFreeze1790000000154 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table quota_freeze add column finding_id uuid references finding (id);
      create index quota_freeze_finding on quota_freeze (finding_id) where finding_id is not null;`);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}
