import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A party's cards share one customer at the provider; so a look-up needs to know since when to look. */
export class PaymentsInSets1790000000301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Wall clock of the first call; nothing older at the provider can be this payment.
      alter table payment add sent_at timestamptz;
      update payment set sent_at = coalesce(checked_at, clock_timestamp()) - interval '1 day' where state <> 'requested';
      create index payment_card_customer on payment (party_id) where method = 'card' and customer_id is not null;`);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}
