import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which loan a lot came to its owner, so that what is only lent is not shown as bought (domain §11 F4). */
export class LentLots1790000000670 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table lot add column loan_id uuid references quota_loan (id)`);
    // The migration reads and writes for every party, as a market command does.
    await runner.query(`select set_config('app.market', 'on', true)`);
    await runner.query(`
      update lot l set loan_id = n.id from quota_loan n, entry e, slice s
      where e.kind = 'borrowed' and e.subject_type = 'loan' and e.subject_id = n.id and s.entry_id = e.id
        and s.lot_id = l.id and l.owner_id = n.borrower_id and l.bought and l.trade_id is null`);
    await runner.query(`select set_config('app.market', '', true)`);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}
