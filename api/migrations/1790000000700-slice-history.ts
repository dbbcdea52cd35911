import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What befell a lot is asked with the slices that are gone: without an index for them its page read those of all lots. */
export class SliceHistory1790000000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index slice_history on slice (lot_id)');
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}
