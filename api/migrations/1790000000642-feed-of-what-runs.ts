import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The orders of what still runs, with the filters in the index itself: a page passes over what is not asked for without
 * looking at its row. The statuses are those of `liveStatuses` in the feed's repository.
 */
export class FeedOfWhatRuns1790000000642 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const live = `where status in ('prefecture-window', 'notice', 'listing-open', 'timed-bidding', 'ceiling-reached',
      'lottery', 'suspended') and notice_at is not null`;
    await runner.query(`
      create index listing_running_closing on listing (closes_at, id, status, quota, region_code) ${live};
      create index listing_running_price on listing (start_price, id, status, quota, region_code) ${live};
      drop index listing_live_closing;
      drop index listing_live_price;`);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}
