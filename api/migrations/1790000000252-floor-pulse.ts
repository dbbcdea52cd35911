import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When bidding was last known to be possible: every api process says so every few seconds. A gap is an outage, and what it
 * took from a final window is given back (domain §16 `outageSeconds`, decision 026).
 */
export class FloorPulse1790000000252 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table floor_pulse (
        only_row boolean primary key default true check (only_row),
        -- By the wall clock, which tells how long nobody could bid; and by the market's, in which windows run.
        wall_at timestamptz not null,
        market_at timestamptz not null
      );
      grant select, insert, update on floor_pulse to muheng_api;
      grant select on floor_pulse to muheng_worker;`);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}
