import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The public feed in its orders, for a million listings. What still runs is a small part of all: the orders that only
 * make sense there walk an index of nothing else. The statuses are those of `liveStatuses` in the feed's repository.
 */
export class ListingOrders1790000000251 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const live = `where status in ('prefecture-window', 'notice', 'listing-open', 'timed-bidding', 'ceiling-reached',
      'lottery', 'suspended') and notice_at is not null`;
    await runner.query(`
      create index listing_live_closing on listing (closes_at, id) ${live};
      create index listing_live_price on listing (start_price, id) ${live};
      create index listing_feed_region_quota on listing (region_code, quota, notice_at desc, id desc)
        where notice_at is not null;
      drop index listing_feed_region;
      create index listing_feed_region_status on listing (region_code, status, notice_at desc, id desc)
        where notice_at is not null;`);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}
