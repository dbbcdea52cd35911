import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, tenantTable, writable } from './sql.js';

/** Trades, payments, documents and certificates (domain §7, §14). */
export class Settlement1790000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(writable('trade', 'trade_item', 'payment', 'refund', 'payout', 'certificate'));
    await runner.query(appendOnly('trade_step', 'provider_event', 'document'));
    await runner.query(`create policy trade_both on trade for select using (buyer_id = app_party())`);
    // Results are published (domain §12); who bought is masked by the read, not by the row.
    await runner.query(tenantTable('trade', 'seller_id', 'region_code', 'published_at is not null'));
    for (const table of ['trade_item', 'trade_step'])
      await runner.query(
        tenantTable(
          table,
          '(select t.seller_id from trade t where t.id = trade_id)',
          '(select t.region_code from trade t where t.id = trade_id)',
          'exists (select from trade t where t.id = trade_id)',
        ),
      );
    await runner.query(tenantTable('payment', 'party_id', 'region_code'));
    await runner.query(tenantTable('refund', 'party_id', 'region_code'));
    await runner.query(tenantTable('payout', 'holder_id', 'region_code'));
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const tables = `
  create table document (
    id uuid primary key,
    kind text not null check (kind in ('certificate', 'notice', 'confirmation', 'contract', 'receipt', 'evidence', 'report')),
    subject_type text not null,
    subject_id uuid not null,
    file_name text not null,
    media_type text not null,
    sha256 bytea not null,
    content bytea not null,
    created_at timestamptz not null,
    unique (kind, subject_type, subject_id, sha256)
  );

  create table trade (
    id uuid primary key,
    number text not null unique,
    listing_id uuid not null references listing (id),
    seller_id uuid not null references party (id),
    buyer_id uuid not null references party (id),
    region_code char(6) not null,
    quota text not null check (quota in ('SFQ', 'LSQ')),
    status text not null check (status in ('pre-deal', 'result-publicity', 'confirmed', 'contract-signed', 'payment-due',
      'paid', 'transfer-filed', 'quota-transferred', 'certificate-issued', 'proceeds-distributed', 'completed',
      'objection-hold', 'defaulted', 'annulled')),
    area bigint not null check (area >= 0),
    paddy bigint not null check (paddy >= 0),
    capacity bigint not null check (capacity >= 0),
    price bigint not null check (price > 0),
    deposit bigint not null check (deposit >= 0),
    need_id uuid references need (id),
    policy jsonb not null,
    awarded_at timestamptz not null,
    published_at timestamptz,
    publicity_ends_at timestamptz not null,
    confirmed_at timestamptz,
    contract_due_at timestamptz,
    seller_signed_at timestamptz,
    seller_signed_by uuid,
    buyer_signed_at timestamptz,
    buyer_signed_by uuid,
    payment_due_at timestamptz,
    paid_at timestamptz,
    transferred_at timestamptz,
    completed_at timestamptz,
    late_charge bigint not null default 0 check (late_charge >= 0),
    -- What a buyer in default lost of its deposit.
    forfeited bigint not null default 0 check (forfeited >= 0),
    version bigint not null default 0,
    constraint trade_two_parties check (seller_id <> buyer_id)
  );
  create unique index trade_one_award on trade (listing_id, buyer_id) where status not in ('defaulted', 'annulled');
  create index trade_seller on trade (seller_id, awarded_at desc);
  create index trade_buyer on trade (buyer_id, awarded_at desc);
  create index trade_due_confirm on trade (publicity_ends_at) where status = 'result-publicity';
  create index trade_open on trade (status) where status not in ('completed', 'defaulted', 'annulled');
  create index trade_results on trade (id desc) where published_at is not null;

  create table trade_item (
    trade_id uuid not null references trade (id),
    ordinal integer not null,
    lot_id uuid not null references lot (id),
    -- The buyer's lot, once the quota has moved.
    new_lot_id uuid references lot (id),
    area bigint not null check (area >= 0),
    paddy bigint not null check (paddy >= 0),
    capacity bigint not null check (capacity >= 0),
    primary key (trade_id, ordinal)
  );

  -- The saga's recovery points: a step done is a row, so no step is done twice.
  create table trade_step (
    trade_id uuid not null references trade (id),
    step text not null,
    at timestamptz not null,
    detail jsonb not null default '{}',
    primary key (trade_id, step)
  );

  create table payment (
    id uuid primary key,
    kind text not null check (kind in ('deposit', 'balance', 'late-charge')),
    subject_type text not null check (subject_type in ('registration', 'trade')),
    subject_id uuid not null,
    party_id uuid not null references party (id),
    region_code char(6) not null,
    amount bigint not null check (amount > 0),
    -- unknown: the provider did not answer; only a look-up or a webhook resolves it.
    state text not null check (state in ('requested', 'submitted', 'unknown', 'succeeded', 'failed', 'canceled')),
    method text not null default 'bank-transfer' check (method in ('bank-transfer', 'card')),
    -- When the payer chose the method; nothing is sent before.
    confirmed_at timestamptz,
    card_token text,
    -- The provider's customer made for this payment alone: its sub-account, and the key to look the payment up by.
    customer_id text,
    provider_id text unique,
    instructions jsonb,
    failure_code text,
    refunded bigint not null default 0 check (refunded >= 0),
    -- What of a deposit went into a price or was forfeited.
    applied bigint not null default 0 check (applied >= 0),
    requested_at timestamptz not null,
    resolved_at timestamptz,
    -- Wall clock of the last call or look-up; spaces the look-ups out.
    checked_at timestamptz,
    constraint payment_not_overspent check (refunded + applied <= amount)
  );
  create unique index payment_one_live on payment (subject_type, subject_id, kind)
    where state in ('requested', 'submitted', 'unknown', 'succeeded');
  create index payment_held on payment (subject_id)
    where kind = 'deposit' and state = 'succeeded' and refunded + applied < amount;
  create index payment_open on payment (state, requested_at) where state in ('requested', 'submitted', 'unknown');

  create table refund (
    id uuid primary key,
    payment_id uuid not null references payment (id),
    party_id uuid not null references party (id),
    region_code char(6) not null,
    amount bigint not null check (amount > 0),
    reason text not null,
    state text not null check (state in ('requested', 'submitted', 'unknown', 'succeeded', 'failed')),
    provider_id text unique,
    failure_code text,
    due_at timestamptz,
    requested_at timestamptz not null,
    resolved_at timestamptz,
    checked_at timestamptz
  );
  create unique index refund_once on refund (payment_id, reason) where state <> 'failed';
  create index refund_open on refund (state, requested_at) where state in ('requested', 'submitted', 'unknown');

  create table payout (
    id uuid primary key,
    trade_id uuid not null references trade (id),
    ordinal integer not null,
    -- The beneficiary when it is a party of the market; collectives and households are paid through the seller.
    party_id uuid references party (id),
    -- Whose payable account the money leaves.
    holder_id uuid not null references party (id),
    region_code char(6) not null,
    beneficiary text not null,
    amount bigint not null check (amount > 0),
    -- waiting for two people: one prepares, another releases; then it is sent.
    state text not null check (state in ('waiting', 'prepared', 'released', 'submitted', 'unknown', 'succeeded', 'failed')),
    prepared_by uuid,
    released_by uuid,
    provider_id text unique,
    failure_code text,
    -- A payout that came back may be prepared again; each attempt has its own key at the provider.
    attempt integer not null default 1 check (attempt > 0),
    created_at timestamptz not null,
    resolved_at timestamptz,
    -- Wall clock: when this attempt was first sent, and when it was last looked up.
    sent_at timestamptz,
    checked_at timestamptz,
    unique (trade_id, ordinal),
    constraint payout_two_people check (released_by is null or prepared_by is null or released_by <> prepared_by)
  );
  create index payout_open on payout (state, created_at) where state in ('released', 'submitted', 'unknown');

  create table provider_event (
    id text primary key,
    type text not null,
    object_id text not null,
    received_at timestamptz not null default clock_timestamp()
  );

  create table certificate (
    id uuid primary key,
    number text not null unique,
    trade_id uuid not null unique references trade (id),
    -- What people type or scan; no hints in it.
    code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$'),
    content jsonb not null,
    -- SHA-256 over the canonical content: the 64 bars.
    digest bytea not null,
    document_id uuid references document (id),
    status text not null default 'valid' check (status in ('valid', 'revoked')),
    revoked_at timestamptz,
    revoke_reason text,
    issued_at timestamptz not null,
    valid_until timestamptz
  );
  create index certificate_unrendered on certificate (issued_at) where document_id is null;

  -- A freeze of one of its lots, or of a party as a whole, holds a trade.
  create function trade_frozen(t trade) returns boolean language sql stable as $$
    select exists (select from quota_freeze f where f.lifted_at is null and (
      f.lot_id in (select i.lot_id from trade_item i where i.trade_id = t.id)
      or (f.lot_id is null and f.party_id in (t.seller_id, t.buyer_id)))) $$;`;
