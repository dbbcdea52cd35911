import type { MigrationInterface, QueryRunner } from 'typeorm';
import { writable } from './sql.js';

/**
 * Notices: what happened waits in `occasion`, written with the change itself; the worker makes of it one row for each
 * person who is to know. A person's notices and choices are seen by that person alone.
 */
export class Notices1790000000620 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(occasions);
    await runner.query(tables);
    await runner.query(writable('notification', 'person_setting', 'notice_mail'));
    for (const table of ['notification', 'person_setting', 'notice_mail'])
      await runner.query(personal(table));
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const occasions = `
  create function app_person() returns uuid language sql stable as
    $$ select nullif(current_setting('app.person', true), '')::uuid $$;

  -- Something happened of which somebody is to be told. The table of kinds (contracts) says who and in which words.
  create table occasion (
    id uuid primary key default gen_random_uuid(),
    seq bigint generated always as identity,
    kind text not null,
    subject_id uuid not null,
    region_code char(6),
    -- Ids by the names that the table of kinds uses: seller, buyer, party, person, owner.
    who jsonb not null,
    facts jsonb not null,
    listing_id uuid,
    trade_id uuid,
    -- Set where the same thing may be said several times and is to be told once.
    told_once text,
    at timestamptz not null default app_now()
  );
  create index occasion_order on occasion (seq);
  grant select, insert, update, delete on occasion to muheng_api, muheng_worker;

  -- A wake-up that nobody has to answer; whatever row-level security the change runs under, the occasion is kept.
  create function occur(kind text, subject uuid, region char(6), who jsonb, facts jsonb default '{}',
    listing uuid default null, trade uuid default null, once text default null) returns void
    language sql security definer set search_path = public as $$
    insert into occasion (kind, subject_id, region_code, who, facts, listing_id, trade_id, told_once)
      values (kind, subject, region, who, facts, listing, trade, once) $$;
  revoke execute on function occur(text, uuid, char, jsonb, jsonb, uuid, uuid, text) from public;
  grant execute on function occur(text, uuid, char, jsonb, jsonb, uuid, uuid, text)
    to muheng_api, muheng_worker, muheng_reconciler;

  create function wire_cny(fen bigint) returns text language sql immutable as
    $$ select (fen / 100)::text || '.' || lpad((fen % 100)::text, 2, '0') $$;

  -- What time alone brings about is told once: a balance that falls due, quota that runs out.
  create table reminder_given (
    kind text not null,
    key text not null,
    at timestamptz not null default app_now(),
    primary key (kind, key)
  );
  grant select, insert, delete on reminder_given to muheng_api, muheng_worker;

  -- Up to which bid of a listing those who were outbid have been told.
  create table outbid_told (
    listing_id uuid primary key references listing (id),
    seq bigint not null
  );
  grant select, insert, update, delete on outbid_told to muheng_api, muheng_worker;`;

const tables = `
  create table person_setting (
    person_id uuid primary key references person (id),
    language text not null default 'zh-CN' check (language in ('zh-CN', 'en')),
    email text check (length(email) between 3 and 254),
    email_confirmed_at timestamptz,
    -- SHA-256 of the code that was sent to the address.
    confirm_hash bytea,
    confirm_until timestamptz,
    confirm_tries smallint not null default 0,
    -- Kind of notice → whether it also goes by e-mail; what is not in it goes as the table of kinds says.
    mails jsonb not null default '{}',
    updated_at timestamptz not null default clock_timestamp(),
    constraint person_setting_confirmed check (email_confirmed_at is null or email is not null)
  );

  create table notice_mail (
    id uuid primary key,
    person_id uuid not null references person (id),
    -- notices: those that point here. confirmation: the code that proves the address.
    purpose text not null check (purpose in ('notices', 'confirmation')),
    address text not null,
    language text not null check (language in ('zh-CN', 'en')),
    -- Of a confirmation only, and gone when it was sent.
    code text,
    state text not null check (state in ('waiting', 'sent', 'failed', 'no-server')),
    attempts integer not null default 0,
    next_at timestamptz not null default clock_timestamp(),
    error text,
    created_at timestamptz not null default clock_timestamp(),
    sent_at timestamptz
  );
  create index notice_mail_due on notice_mail (next_at) where state = 'waiting';
  create index notice_mail_person on notice_mail (person_id, created_at desc);

  create table notification (
    id uuid primary key,
    person_id uuid not null references person (id),
    kind text not null,
    topic text not null,
    facts jsonb not null,
    page text not null,
    told_once text not null,
    at timestamptz not null,
    read_at timestamptz,
    mail_id uuid references notice_mail (id) on delete set null,
    unique (person_id, kind, told_once)
  );
  create index notification_feed on notification (person_id, at desc, id desc);
  create index notification_unread on notification (person_id) where read_at is null;
  create index notification_mail on notification (mail_id) where mail_id is not null;`;

const personal = (table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_own on ${table} using (app_market() or person_id = app_person())
    with check (app_market() or person_id = app_person());`;
