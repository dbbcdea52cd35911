import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a registration knows of its bidder's limits: what it lacks in all (domain §9), and up to where it bids by proxy. */
export class LimitsOfBidders1790000000441 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const columns = `
  alter table registration
    add column deficit_area bigint,
    add column deficit_paddy bigint,
    add column deficit_capacity bigint,
    add column is_capped boolean not null default false,
    add column proxy_limit bigint check (proxy_limit > 0),
    add column proxy_seq bigint,
    add column proxy_by uuid,
    add constraint registration_deficit_whole
      check ((deficit_area is null) = (deficit_paddy is null) and (deficit_area is null) = (deficit_capacity is null)),
    add constraint registration_proxy_whole
      check ((proxy_limit is null) = (proxy_seq is null) and (proxy_limit is null) = (proxy_by is null));
  comment on column registration.deficit_area is 'What the buyer lacked at its registration; null where the policy has no cap.';
  comment on column registration.is_capped is 'All that it is registered for is more than it lacks: each bid is tested.';
  comment on column registration.proxy_seq is 'The bid with which the limit was set: of two alike the earlier one goes first.';
  create index registration_proxy on registration (listing_id) where proxy_limit is not null;`;
