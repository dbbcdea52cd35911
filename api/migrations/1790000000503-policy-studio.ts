import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A version of a pack is drafted by one person and released by another; nothing in force is ever edited. */
export class PolicyStudio1790000000503 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table policy_version
        add column reason text check (reason is null or length(reason) > 0),
        add column drafted_by uuid references person (id),
        add column drafted_at timestamptz,
        add column released_by uuid references person (id),
        add column release_reason text,
        add column withdrawn_at timestamptz,
        add constraint policy_two_people check (released_by is null or released_by <> drafted_by),
        add constraint policy_one_end check (released_at is null or withdrawn_at is null);
      create index policy_in_force on policy_version (pack, version desc) where released_at is not null;`);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}
