import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, tenantTable } from './sql.js';

/** County-first on the record of each listing and trade (domain §8): margins at notice, close and transfer, and the proof. */
export class Priority1790000000153 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(appendOnly('priority_record', 'priority_certificate'));
    await runner.query(tenantTable('priority_record', 'seller_id', 'region_code'));
    await runner.query(
      tenantTable('priority_certificate', 'seller_id', 'region_code', 'buyer_id = app_party()'),
    );
    await runner.query(wall);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const tables = `
  -- The seller's position as it stood, listed quota having left Avail already. Once a moment: the first word stands.
  create table priority_record (
    listing_id uuid not null references listing (id),
    moment text not null check (moment in ('notice', 'close', 'transfer')),
    seller_id uuid not null references party (id),
    region_code char(6) not null,
    at timestamptz not null,
    policy text not null,
    needs integer not null check (needs >= 0),
    position jsonb not null,
    -- Whether no margin of a component that is sold was negative.
    holds boolean not null,
    primary key (listing_id, moment)
  );

  create table priority_certificate (
    id uuid primary key,
    trade_id uuid not null unique references trade (id),
    number text not null unique,
    seller_id uuid not null references party (id),
    buyer_id uuid not null references party (id),
    region_code char(6) not null,
    content jsonb not null,
    digest bytea not null check (length(digest) = 32),
    issued_at timestamptz not null
  );`;

const wall = `
  -- The last wall of domain §8: no trade is confirmed whose listing failed county-first at notice, or while a breach
  -- raised before awaits the regulator.
  create function trade_keeps_county_first() returns trigger language plpgsql as $$
  begin
    if exists (select from priority_record r where r.listing_id = new.listing_id and r.moment = 'notice' and not r.holds) then
      raise exception 'the listing failed county-first at notice' using errcode = 'check_violation',
        constraint = 'trade_county_first_at_notice';
    end if;
    if exists (select from alert a where a.code = 'COUNTY_FIRST_BREACH' and a.subject_type = 'listing'
               and a.subject_id = new.listing_id and a.decided_at is null) then
      raise exception 'a breach awaits the regulator' using errcode = 'check_violation',
        constraint = 'trade_breach_decided';
    end if;
    return new;
  end $$;
  create trigger trade_county_first before update of status on trade for each row
    when (new.status = 'confirmed' and old.status is distinct from 'confirmed')
    execute function trade_keeps_county_first();`;
