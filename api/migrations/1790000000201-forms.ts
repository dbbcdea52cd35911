import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, tenantTable, writable } from './sql.js';

/**
 * The other forms of sale (domain §11): several awards of one listing, what sellers offer in a purchase, sealed bids
 * with their key in three shares, and the orders of lots.
 */
export class Forms1790000000201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(awards);
    await runner.query(sealed);
    await runner.query(writable('registration_item', 'holder_key', 'sealed_auction', 'sealed_share'));
    await runner.query(appendOnly('listing_award', 'listing_award_item', 'sealed_bid', 'sealed_opening'));
    const ended = `exists (select from listing l where l.id = listing_id and l.status = 'closed-sold')`;
    const regionOf = '(select l.region_code from listing l where l.id = listing_id)';
    await runner.query(tenantTable('listing_award', 'buyer_id', regionOf, ended));
    await runner.query(tenantTable('listing_award_item', 'null::uuid', regionOf, ended));
    const registered = '(select r.buyer_id from registration r where r.id = registration_id)';
    await runner.query(tenantTable('registration_item', registered, 'null::text'));
    await runner.query(tenantTable('holder_key', 'party_id', 'null::text', 'true'));
    // Market commands alone see keys and shares; of sealed bids their bidder sees its own.
    await runner.query(tenantTable('sealed_auction', 'null::uuid', 'null::text'));
    await runner.query(tenantTable('sealed_share', 'party_id', 'null::text'));
    await runner.query(tenantTable('sealed_bid', 'buyer_id', 'null::text'));
    await runner.query(tenantTable('sealed_opening', 'null::uuid', 'null::text'));
    await runner.query(due);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const awards = `
  -- Who got what, where a listing has several buyers or its seller is not who listed it.
  create table listing_award (
    listing_id uuid not null references listing (id),
    ordinal integer not null,
    seller_id uuid not null references party (id),
    buyer_id uuid not null references party (id),
    -- The registration that won.
    registration_id uuid not null references registration (id),
    price bigint not null check (price > 0),
    primary key (listing_id, ordinal),
    unique (listing_id, registration_id)
  );
  create table listing_award_item (
    listing_id uuid not null,
    ordinal integer not null,
    place integer not null,
    lot_id uuid not null references lot (id),
    area bigint not null check (area >= 0),
    paddy bigint not null check (paddy >= 0),
    capacity bigint not null check (capacity >= 0),
    primary key (listing_id, ordinal, place),
    foreign key (listing_id, ordinal) references listing_award (listing_id, ordinal),
    constraint listing_award_item_has_quantity check (area + paddy + capacity > 0)
  );

  -- What a seller puts up for a purchase; held from its registration until the purchase ends.
  create table registration_item (
    registration_id uuid not null references registration (id),
    ordinal integer not null,
    lot_id uuid not null references lot (id),
    area bigint not null check (area >= 0),
    paddy bigint not null check (paddy >= 0),
    capacity bigint not null check (capacity >= 0),
    primary key (registration_id, ordinal),
    unique (registration_id, lot_id),
    constraint registration_item_has_quantity check (area + paddy + capacity > 0)
  );`;

const sealed = `
  -- The key to which a holder's share is sealed; its private half never leaves the holder's machine.
  create table holder_key (
    party_id uuid primary key references party (id),
    public_key text not null check (public_key ~ '^[0-9a-f]{130}$'),
    person_id uuid not null,
    set_at timestamptz not null
  );

  create table sealed_auction (
    listing_id uuid primary key references listing (id),
    public_key text not null,
    -- Ed25519, made for this auction: signs the receipts.
    receipt_key text not null,
    receipt_public_key text not null,
    made_by uuid not null,
    made_at timestamptz not null,
    -- The order in which equal bids are served, fixed at the close and before anything is opened.
    tie_record jsonb,
    reveal_ends_at timestamptz,
    opened_at timestamptz,
    opened_by text check (opened_by in ('shares', 'revelation'))
  );

  create table sealed_share (
    listing_id uuid not null references sealed_auction (listing_id),
    holder text not null check (holder in ('county', 'operator', 'regulator')),
    party_id uuid not null references party (id),
    -- Sealed to the holder's own key; the digest is of the share itself.
    sealed text not null,
    digest text not null check (digest ~ '^[0-9a-f]{64}$'),
    -- The share, from the holder, after the close.
    given text,
    given_at timestamptz,
    given_by uuid,
    primary key (listing_id, holder),
    constraint sealed_share_given_whole check ((given is null) = (given_at is null) and (given is null) = (given_by is null))
  );
  -- The last wall: no share comes in before the auction has closed, whoever asks.
  create function share_after_close() returns trigger language plpgsql as $$
  begin
    if new.given is not null and old.given is null and not exists (
      select from listing l where l.id = new.listing_id and l.listing_ends_at <= app_now()) then
      raise exception 'a share before the close' using errcode = 'restrict_violation';
    end if;
    if old.given is not null and new.given is distinct from old.given then
      raise exception 'a share is given once' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;
  create trigger sealed_share_after_close before update on sealed_share
    for each row execute function share_after_close();

  create table sealed_bid (
    id uuid primary key,
    listing_id uuid not null references sealed_auction (listing_id),
    seq integer not null check (seq > 0),
    buyer_id uuid not null references party (id),
    bidder_no integer not null,
    enc text not null,
    ciphertext text not null,
    -- SHA-256 over what was sealed, with its salt: what the receipt signs and a revelation has to meet.
    commitment text not null check (commitment ~ '^[0-9a-f]{64}$'),
    by_person_id uuid not null,
    received_at timestamptz not null,
    unique (listing_id, seq),
    unique (listing_id, commitment),
    unique (listing_id, enc)
  );
  create table sealed_opening (
    bid_id uuid primary key references sealed_bid (id),
    listing_id uuid not null,
    price bigint check (price > 0),
    area bigint check (area > 0),
    -- Why the bid does not count, as a problem code; null for a good one.
    void_reason text,
    way text not null check (way in ('shares', 'revelation')),
    at timestamptz not null,
    constraint sealed_opening_readable check (price is not null or void_reason is not null)
  );
  create index sealed_opening_listing on sealed_opening (listing_id);
  -- Nothing is opened before the close.
  create function opening_after_close() returns trigger language plpgsql as $$
  begin
    if not exists (select from listing l where l.id = new.listing_id and l.listing_ends_at <= app_now()) then
      raise exception 'an opening before the close' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;
  create trigger sealed_opening_after_close before insert on sealed_opening
    for each row execute function opening_after_close();`;

const due = `
  create view due_work_forms with (security_invoker = true) as
    -- One price, or offers, or seals: the end of the listing is the end of bidding.
    select 'listing.close' as job, id as subject_id, listing_ends_at as due_at from listing
      where status in ('listing-open', 'prefecture-window') and form in ('fixed-price', 'negotiated', 'allocation')
    union all
    select 'listing.close', l.id, l.listing_ends_at from listing l join sealed_auction s on s.listing_id = l.id
      where l.status in ('listing-open', 'prefecture-window') and s.tie_record is null
    union all
    -- Nobody opened the seals in time: what bidders revealed decides.
    select 'listing.close', l.id, s.reveal_ends_at from listing l join sealed_auction s on s.listing_id = l.id
      where l.status in ('listing-open', 'prefecture-window') and s.opened_at is null and s.reveal_ends_at is not null
    union all
    -- The city window of timed bidding runs like any other listing; where nobody bid, the region's notice follows.
    select 'listing.start-timed', id, timed_starts_at from listing
      where status = 'prefecture-window' and form = 'timed-bidding' and bid_count > 0
    union all
    select 'listing.close', id, listing_ends_at from listing
      where status = 'prefecture-window' and form = 'timed-bidding' and bid_count = 0
    union all
    select distinct 'listing.settle', l.id, coalesce(l.closed_at, l.created_at)
      from payment p join registration r on r.id = p.subject_id join listing l on l.id = r.listing_id
      where p.kind = 'deposit' and p.state = 'succeeded' and p.refunded + p.applied < p.amount
        and l.status = 'closed-sold' and l.leader_id is null
        and not exists (select from listing_award a where a.registration_id = r.id)
        and not exists (select from refund f where f.payment_id = p.id and f.state = 'failed');
  grant select on due_work_forms to muheng_api, muheng_worker;
  do $grow$
  begin
    execute 'create or replace view due_work with (security_invoker = true) as '
      || rtrim(trim(pg_get_viewdef('due_work'::regclass)), ';')
      || ' union all select job, subject_id, due_at from due_work_forms';
  end $grow$;`;
