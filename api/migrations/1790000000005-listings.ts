import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, monthly, tenantTable, writable } from './sql.js';

/** Policy packs, calendar, listings with their approvals, registrations and bids (domain §7, §11, §16). */
export class Listings1790000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(bids);
    await runner.query(
      writable('policy_version', 'calendar_day', 'listing', 'listing_item', 'approval', 'registration'),
    );
    await runner.query(appendOnly('bid', 'listing_event'));
    await runner.query(monthly('bid'));
    await runner.query(tenantTable('listing', 'seller_id', 'region_code', 'notice_at is not null'));
    await runner.query(
      tenantTable(
        'listing_item',
        '(select l.seller_id from listing l where l.id = listing_id)',
        '(select l.region_code from listing l where l.id = listing_id)',
        'exists (select from listing l where l.id = listing_id and l.notice_at is not null)',
      ),
    );
    await runner.query(
      tenantTable(
        'approval',
        '(select l.seller_id from listing l where l.id = listing_id)',
        '(select l.region_code from listing l where l.id = listing_id)',
      ),
    );
    await runner.query(tenantTable('registration', 'buyer_id', 'region_code'));
    await runner.query(tenantTable('bid', 'buyer_id', 'region_code'));
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const tables = `
  create table policy_version (
    id uuid primary key,
    pack text not null,
    version integer not null,
    values jsonb not null,
    effective_from timestamptz not null,
    released_at timestamptz,
    unique (pack, version)
  );

  create table calendar_day (
    day date primary key,
    working boolean not null,
    note text not null default ''
  );

  create table listing (
    id uuid primary key,
    number text unique,
    title text not null,
    seller_id uuid not null references party (id),
    region_code char(6) not null,
    quota text not null check (quota in ('SFQ', 'LSQ')),
    form text not null check (form in ('timed-bidding', 'fixed-price', 'sealed-uniform', 'sealed-first-price',
      'reverse-purchase', 'negotiated', 'allocation')),
    status text not null check (status in ('draft', 'county-certified', 'city-review', 'region-review', 'gov-approval',
      'prefecture-window', 'notice', 'listing-open', 'timed-bidding', 'ceiling-reached', 'lottery', 'closed-sold',
      'closed-failed', 'suspended', 'terminated', 'withdrawn')),
    -- Totals over all items.
    area bigint not null default 0 check (area >= 0),
    paddy bigint not null default 0 check (paddy >= 0),
    capacity bigint not null default 0 check (capacity >= 0),
    start_price bigint not null check (start_price > 0),
    step bigint check (step > 0),
    deposit bigint not null check (deposit >= 0),
    ceiling bigint check (ceiling >= start_price),
    floor_price bigint check (floor_price > 0),
    named_buyer_id uuid references party (id),
    policy_version_id uuid not null references policy_version (id),
    -- The policy values that this listing runs under, whatever is released later (architecture §10).
    policy jsonb not null,
    -- County-first arithmetic at certification and at notice, as shown to people.
    county_first jsonb,
    notes text not null default '',
    created_by uuid not null,
    certified_by uuid,
    created_at timestamptz not null,
    certified_at timestamptz,
    notice_at timestamptz,
    opens_at timestamptz,
    -- Same-city buyers only until then (domain §8, tier 1); null without a city window.
    city_window_ends_at timestamptz,
    deposit_close_at timestamptz,
    listing_bid_stop_at timestamptz,
    listing_ends_at timestamptz,
    timed_starts_at timestamptz,
    -- The end of the running window; null until the timetable is fixed. The sweeper reads it.
    closes_at timestamptz,
    closed_at timestamptz,
    publicity_ends_at timestamptz,
    price bigint,
    leader_id uuid references party (id),
    leader_no integer,
    bid_count integer not null default 0 check (bid_count >= 0),
    -- Registrations with the right to bid; published as a number, never as names (domain §12).
    bidder_count integer not null default 0 check (bidder_count >= 0),
    ceiling_reached_at timestamptz,
    draw jsonb,
    suspended_from text,
    -- A county-first breach: when, the reduction on offer, until when it may be accepted, what was decided (domain §8).
    breach jsonb,
    offer_ends_at timestamptz,
    -- Grows by one with every event of the listing; the live room follows it.
    version bigint not null default 0,
    constraint listing_two_people check (certified_by is null or certified_by <> created_by),
    constraint listing_timetable check (notice_at is null or (opens_at >= notice_at and listing_ends_at > opens_at)
      or form in ('negotiated', 'allocation'))
  ) with (fillfactor = 80);
  create index listing_feed on listing (notice_at desc, id desc) where notice_at is not null;
  create index listing_feed_quota on listing (quota, notice_at desc, id desc) where notice_at is not null;
  create index listing_feed_region on listing (region_code, notice_at desc, id desc) where notice_at is not null;
  create index listing_status on listing (status, notice_at desc, id desc) where notice_at is not null;
  create index listing_seller on listing (seller_id, created_at desc, id desc);
  create index listing_due_open on listing (opens_at) where status = 'notice';
  create index listing_due_timed on listing (timed_starts_at) where status = 'listing-open';
  create index listing_due_close on listing (closes_at) where status in ('timed-bidding', 'ceiling-reached');
  create index listing_due_offer on listing (offer_ends_at) where status = 'suspended' and offer_ends_at is not null;

  create table listing_item (
    id uuid primary key,
    listing_id uuid not null references listing (id),
    ordinal integer not null,
    lot_id uuid not null references lot (id),
    -- What the notice says of the lot, as it was when the item was written: the public cannot read lots.
    lot_number text not null,
    project_number text not null,
    project_name text not null,
    filing_no text,
    grade smallint,
    area bigint not null default 0 check (area >= 0),
    paddy bigint not null default 0 check (paddy >= 0),
    capacity bigint not null default 0 check (capacity >= 0),
    unique (listing_id, ordinal),
    unique (listing_id, lot_id),
    constraint listing_item_has_quantity check (area + paddy + capacity > 0)
  );
  create index listing_item_lot on listing_item (lot_id);

  -- One row a lane and round; a rejection sends the listing back to its maker and the next round starts anew.
  create table approval (
    id uuid primary key,
    listing_id uuid not null references listing (id),
    round integer not null default 1,
    ordinal integer not null,
    lane text not null check (lane in ('county-check', 'city', 'region', 'region-government')),
    party_id uuid not null references party (id),
    decision text check (decision in ('approved', 'rejected')),
    reason text,
    person_id uuid,
    due_at timestamptz,
    decided_at timestamptz,
    unique (listing_id, round, ordinal),
    constraint approval_decided_whole check ((decision is null) = (decided_at is null) and (decision is null) = (person_id is null)),
    constraint approval_reason check (decision is null or length(reason) > 0)
  );
  create index approval_waiting on approval (party_id, listing_id) where decision is null;
  -- No one signs twice (domain §4).
  create unique index approval_one_signature on approval (listing_id, round, person_id) where person_id is not null;

  create table registration (
    id uuid primary key,
    listing_id uuid not null references listing (id),
    buyer_id uuid not null references party (id),
    region_code char(6) not null,
    bidder_no integer not null,
    need_id uuid references need (id),
    project_code text,
    status text not null check (status in ('applied', 'qualified', 'rejected', 'deposit-paid', 'bidding-right',
      'deposit-applied', 'refunded', 'forfeited')),
    deposit bigint not null check (deposit >= 0),
    -- Entered the timed phase (a valid listing bid, or the answer to the ask, as the policy says).
    entered_timed boolean not null default false,
    accepted_ceiling_at timestamptz,
    registered_at timestamptz not null,
    by_person_id uuid not null,
    unique (listing_id, buyer_id),
    unique (listing_id, bidder_no)
  );
  create index registration_deposit on registration (listing_id) where status in ('deposit-paid', 'bidding-right');
  create index registration_buyer on registration (buyer_id, registered_at desc, id desc);`;

const bids = `
  create table bid (
    id uuid not null,
    listing_id uuid not null,
    seq bigint not null,
    buyer_id uuid not null,
    region_code char(6) not null,
    bidder_no integer not null,
    price bigint not null check (price > 0),
    phase text not null check (phase in ('listing', 'timed', 'ceiling')),
    by_person_id uuid not null,
    accepted_at timestamptz not null,
    primary key (listing_id, seq, accepted_at)
  ) partition by range (accepted_at);
  create index bid_buyer on bid (buyer_id, accepted_at desc);

  -- What the live room replays: one row a version of the listing, in order and without gaps.
  create table listing_event (
    listing_id uuid not null references listing (id),
    version bigint not null,
    event text not null,
    payload jsonb not null,
    at timestamptz not null,
    primary key (listing_id, version)
  );`;
