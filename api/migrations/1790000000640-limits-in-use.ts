import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a bidder's limit was left and how often the market has bid by it: for the bidder's own eyes. */
export class LimitsInUse1790000000640 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const columns = `
  select set_config('app.market', 'on', true);
  alter table registration
    add column proxy_at timestamptz,
    add column proxy_uses int not null default 0 check (proxy_uses >= 0),
    add column proxy_used_seq bigint,
    add column proxy_used_at timestamptz,
    add constraint registration_proxy_used check ((proxy_uses = 0) = (proxy_used_at is null));
  update registration set proxy_at = registered_at where proxy_limit is not null;
  alter table registration
    add constraint registration_proxy_dated check ((proxy_limit is null) = (proxy_at is null));
  comment on column registration.proxy_seq is 'How many bids there were when the limit was set: of two alike the earlier goes first.';`;
