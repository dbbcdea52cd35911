import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The provider keeps a 500 under its idempotency key for a day, so sending again under that key brings the 500 again.
 * Each try has a number of its own, which is part of the key; a key that brought a 500 is spent.
 */
export class ProviderAttempts1790000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table payment
        add attempt integer not null default 1 check (attempt > 0),
        add key_spent boolean not null default false;
      alter table refund
        add attempt integer not null default 1 check (attempt > 0),
        add key_spent boolean not null default false;
      alter table payout add key_spent boolean not null default false;`);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}
