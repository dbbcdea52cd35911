import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable, writable } from './sql.js';

/**
 * The deposit wallet (保证金账户): money that a party pays in once and that stands for the deposits of several auctions.
 * Each auction's share of it is a cover, which ends in one way only: applied to a price, released, or forfeited.
 */
export class Wallet1790000000470 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(payments);
    await runner.query(tables);
    await runner.query(tenantTable('deposit_wallet', 'party_id', 'region_code'));
    await runner.query(tenantTable('deposit_cover', 'party_id', 'region_code'));
    await runner.query(tenantTable('deposit_draw', 'party_id', 'region_code'));
    await runner.query(writable('deposit_wallet', 'deposit_cover', 'deposit_draw'));
    await runner.query('grant select on deposit_wallet, deposit_cover, deposit_draw to muheng_reconciler');
    await runner.query(walls);
    await runner.query(dueWork);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const payments = `
  alter table payment drop constraint payment_kind_check, drop constraint payment_subject_type_check;
  alter table payment
    add constraint payment_kind_check check (kind in ('deposit', 'balance', 'late-charge', 'compensation')),
    -- wallet: money for deposits to come; instalment: one part of a balance that is paid in parts.
    add constraint payment_subject_type_check check (subject_type in ('registration', 'trade', 'wallet', 'instalment'));
  create index payment_of_wallet on payment (party_id) where subject_type = 'wallet';`;

const tables = `
  -- One row a party; its lock puts everything that happens to the party's wallet into one order.
  create table deposit_wallet (
    party_id uuid primary key references party (id),
    region_code char(6) not null,
    opened_at timestamptz not null
  );

  alter table registration add constraint registration_of_buyer unique (id, listing_id, buyer_id);
  create table deposit_cover (
    registration_id uuid primary key,
    listing_id uuid not null,
    party_id uuid not null references deposit_wallet (party_id),
    region_code char(6) not null,
    amount bigint not null check (amount > 0),
    -- How much all covers of the party may come to, in percent of its money (policy walletExposurePct of the listing).
    limit_pct integer not null check (limit_pct >= 100),
    state text not null check (state in ('held', 'applied', 'released', 'forfeited')),
    -- What of it went into the price or was lost; the rest is free again.
    used bigint not null default 0 check (used >= 0 and used <= amount),
    covered_at timestamptz not null,
    resolved_at timestamptz,
    -- A deposit cannot stand for another listing's registration, nor for another party's.
    foreign key (registration_id, listing_id, party_id) references registration (id, listing_id, buyer_id),
    constraint deposit_cover_ends_once check ((state = 'held') = (resolved_at is null)),
    constraint deposit_cover_use check (used = 0 or state in ('applied', 'forfeited'))
  );
  create index deposit_cover_held on deposit_cover (party_id) where state = 'held';
  create index deposit_cover_listing on deposit_cover (listing_id) where state = 'held';

  -- Which money of the wallet a cover was taken from, so that every 分 that came in can be followed.
  create table deposit_draw (
    registration_id uuid not null references deposit_cover (registration_id),
    payment_id uuid not null references payment (id),
    party_id uuid not null references party (id),
    region_code char(6) not null,
    amount bigint not null check (amount > 0),
    primary key (registration_id, payment_id)
  );

  -- What a party's wallet holds, 分: paid in, less given back, less used.
  create function deposit_wallet_funds(party uuid) returns bigint language sql stable as $$
    select coalesce(sum(amount - refunded - applied), 0)::bigint from payment
    where party_id = party and subject_type = 'wallet' and state = 'succeeded' $$;`;

const walls = `
  -- The exposure limit: checked under the wallet's lock whenever a cover is added.
  create function deposit_cover_within() returns trigger language plpgsql as $$
  declare held bigint;
  begin
    perform 1 from deposit_wallet where party_id = new.party_id for no key update;
    select coalesce(sum(amount), 0) into held from deposit_cover where party_id = new.party_id and state = 'held';
    if held::numeric * 100 > deposit_wallet_funds(new.party_id)::numeric * new.limit_pct then
      raise exception 'covers of % would exceed what the wallet may stand for', new.party_id using errcode = '23514';
    end if;
    return null;
  end $$;
  create trigger deposit_cover_within after insert on deposit_cover
    for each row execute function deposit_cover_within();

  -- held → applied | released | forfeited, and applied → forfeited when the buyer defaults after it; nothing else, ever.
  create function deposit_cover_step() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' or old.state in ('released', 'forfeited') or (old.state = 'applied' and new.state <> 'forfeited')
      or (old.registration_id, old.listing_id, old.party_id, old.amount, old.limit_pct)
        <> (new.registration_id, new.listing_id, new.party_id, new.amount, new.limit_pct) then
      raise exception 'a deposit ends once: % is %', old.registration_id, old.state using errcode = '23514';
    end if;
    return new;
  end $$;
  create trigger deposit_cover_step before update or delete on deposit_cover
    for each row execute function deposit_cover_step();

  -- What stands for a deposit cannot be paid back to its owner meanwhile.
  create function deposit_wallet_keeps() returns trigger language plpgsql as $$
  declare held bigint;
  begin
    perform 1 from deposit_wallet where party_id = new.party_id for no key update;
    select coalesce(sum(amount), 0) into held from deposit_cover where party_id = new.party_id and state = 'held';
    if held > deposit_wallet_funds(new.party_id) then
      raise exception 'the wallet of % stands for deposits', new.party_id using errcode = '23514';
    end if;
    return null;
  end $$;
  create trigger deposit_wallet_keeps after update of refunded on payment
    for each row when (new.subject_type = 'wallet' and new.refunded > old.refunded)
    execute function deposit_wallet_keeps();

  -- The right to bid rests on a deposit of this very registration, in full: a payment of it, or a cover.
  create function registration_deposit_stands() returns trigger language plpgsql as $$
  begin
    if not exists (select from deposit_cover c where c.registration_id = new.id and c.state = 'held' and c.amount = new.deposit)
      and not exists (select from payment p where p.subject_type = 'registration' and p.subject_id = new.id
        and p.kind = 'deposit' and p.state = 'succeeded' and p.party_id = new.buyer_id and p.amount = new.deposit) then
      raise exception 'no deposit stands for registration %', new.id using errcode = '23514';
    end if;
    return null;
  end $$;
  create trigger registration_deposit_stands after update of status on registration
    for each row when (new.status = 'bidding-right' and old.status <> 'bidding-right' and new.deposit > 0)
    execute function registration_deposit_stands();`;

const dueWork = `
  -- A cover that a lost wake-up left standing after its listing had ended, but for the winners'.
  create view due_work_wallet with (security_invoker = true) as
    select distinct 'listing.settle' as job, l.id as subject_id, coalesce(l.closed_at, l.created_at) as due_at
    from deposit_cover c join listing l on l.id = c.listing_id
    where c.state = 'held' and (l.status in ('closed-failed', 'terminated', 'withdrawn')
      or (l.status = 'closed-sold' and c.party_id is distinct from l.leader_id
        and not exists (select from listing_award a where a.registration_id = c.registration_id)));
  grant select on due_work_wallet to muheng_api, muheng_worker;
  do $grow$
  begin
    execute 'create or replace view due_work with (security_invoker = true) as '
      || rtrim(pg_get_viewdef('due_work'::regclass), '; ')
      || ' union all select job, subject_id, due_at from due_work_wallet';
  end $grow$;`;
