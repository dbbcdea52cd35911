import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable, writable } from './sql.js';

/** Proceeds that the pack pays by name (domain §14): who gets how much of a payout, and papers made for many trades. */
export class ProceedsByName1790000000473 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(parts);
    await runner.query(tenantTable('payout_part', 'holder_id', 'region_code'));
    await runner.query(tenantTable('paper_batch', 'party_id', 'region_code'));
    await runner.query(writable('payout_part', 'paper_batch'));
    await runner.query('grant select on payout_part, paper_batch to muheng_reconciler');
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const parts = `
  -- Whether the pack wants the names of those whom this payout is for (policy proceedsByName).
  alter table payout add by_name boolean not null default false;

  -- A household, or a collective, by name: its share of one payout by the land that it gave.
  create table payout_part (
    payout_id uuid not null references payout (id),
    ordinal integer not null check (ordinal > 0),
    -- Who holds the money and files the names: the seller.
    holder_id uuid not null references party (id),
    region_code char(6) not null,
    name text not null check (length(name) between 1 and 80),
    -- The last signs of the account, so that two of one name are told apart; the bank has the whole of it.
    account_tail text not null check (account_tail ~ '^[0-9]{4}$'),
    -- m², by which the payout is shared.
    area bigint not null check (area > 0),
    amount bigint not null check (amount >= 0),
    primary key (payout_id, ordinal),
    unique (payout_id, name, account_tail)
  );

  -- The parts of a payout are the payout, to the 分, after every statement: they are filed as one and go as one.
  create function payout_parts_add_up() returns trigger language plpgsql as $$
  begin
    if exists (select from payout o join payout_part p on p.payout_id = o.id
      where o.id in (select c.payout_id from changed c) group by o.id having sum(p.amount) <> o.amount) then
      raise exception 'the parts of a payout are not the whole' using errcode = '23514';
    end if;
    return null;
  end $$;
  create trigger payout_parts_filed after insert on payout_part referencing new table as changed
    for each statement execute function payout_parts_add_up();
  create trigger payout_parts_changed after update on payout_part referencing new table as changed
    for each statement execute function payout_parts_add_up();
  create trigger payout_parts_gone after delete on payout_part referencing old table as changed
    for each statement execute function payout_parts_add_up();

  -- Names are filed before two people let the money go, and stay as they were then.
  create function payout_part_open() returns trigger language plpgsql as $$
  begin
    if not exists (select from payout o where o.id = coalesce(new.payout_id, old.payout_id)
      and o.state in ('waiting', 'failed')) then
      raise exception 'payout % is under way', coalesce(new.payout_id, old.payout_id) using errcode = '23514';
    end if;
    return coalesce(new, old);
  end $$;
  create trigger payout_part_open before insert or update or delete on payout_part
    for each row execute function payout_part_open();

  -- Papers of many trades that somebody follows together; what is made stands with the trades themselves.
  create table paper_batch (
    id uuid primary key,
    party_id uuid not null references party (id),
    region_code char(6) not null,
    by_person_id uuid not null,
    trade_ids uuid[] not null,
    created_at timestamptz not null
  );`;
