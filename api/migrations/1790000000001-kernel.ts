import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, monthly, writable } from './sql.js';

/** Roles, market time, row-level security helpers and the tables of the one write path (architecture §5–§7). */
export class Kernel1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(roles);
    await runner.query(functions);
    await runner.query(tables);
    await runner.query(appendOnly('audit'));
    await runner.query(monthly('audit'));
    await runner.query(writable('idempotency_key', 'outbox', 'job_progress', 'number_series'));
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const roles = `
  do $$
  declare name text;
  begin
    foreach name in array array['muheng_api', 'muheng_worker', 'muheng_reconciler', 'muheng_regulator'] loop
      if not exists (select from pg_roles where rolname = name) then
        begin
          execute format('create role %I nologin', name);
        exception when duplicate_object or unique_violation then null;
        end;
      end if;
      if not pg_has_role(current_user, name, 'usage') then
        execute format('grant %I to current_user', name);
      end if;
    end loop;
  end $$;
  grant usage on schema public to muheng_api, muheng_worker, muheng_reconciler, muheng_regulator;
  alter default privileges in schema public grant usage, select on sequences to muheng_api, muheng_worker;`;

const functions = `
  -- Market time. A practice database replaces this function with a settable clock (architecture §6).
  create function app_now() returns timestamptz language sql volatile as $$ select clock_timestamp() $$;

  create function app_party() returns uuid language sql stable as
    $$ select nullif(current_setting('app.party', true), '')::uuid $$;
  create function app_scope() returns text language sql stable as
    $$ select coalesce(current_setting('app.scope', true), '') $$;
  create function app_market() returns boolean language sql stable as
    $$ select coalesce(current_setting('app.market', true), '') = 'on' $$;
  create function app_may_see(owner uuid, region text) returns boolean language sql stable as
    $$ select app_market() or owner = app_party()
        or (app_scope() <> '' and region like app_scope() || '%') $$;

  create function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $$;

  create function ensure_months(parent text, first date, last date) returns void language plpgsql as $$
  declare month date := date_trunc('month', first); name text;
  begin
    while month <= last loop
      name := parent || to_char(month, '_YYYYMM');
      if to_regclass(name) is null then
        execute format('create table %I partition of %I for values from (%L) to (%L)',
          name, parent, month::timestamp at time zone 'UTC', (month + interval '1 month') at time zone 'UTC');
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()',
          name || '_no_truncate', name);
      end if;
      month := month + interval '1 month';
    end loop;
  end $$;`;

const tables = `
  create table idempotency_key (
    actor_id uuid not null,
    command text not null,
    key uuid not null,
    input_hash bytea not null,
    result jsonb,
    created_at timestamptz not null default clock_timestamp(),
    primary key (actor_id, command, key)
  );

  create table outbox (
    id uuid primary key,
    seq bigint generated always as identity,
    job text not null,
    payload jsonb not null,
    created_at timestamptz not null default clock_timestamp()
  );
  create index outbox_order on outbox (seq);


  create table job_progress (
    id uuid primary key,
    kind text not null,
    party_id uuid,
    state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
    done integer not null default 0 check (done >= 0),
    total integer check (total >= 0),
    detail jsonb not null default '{}',
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp()
  );

  -- Human numbers such as NX-SFQ-2026-000123: one counter a series, taken under its row lock so that none is skipped.
  create table number_series (
    series text primary key,
    last bigint not null default 0 check (last >= 0)
  );

  create table audit (
    id uuid not null,
    seq bigint generated always as identity,
    at timestamptz not null,
    market_at timestamptz not null,
    actor_id uuid,
    party_id uuid,
    action text not null,
    outcome text not null check (outcome in ('done', 'refused', 'failed')),
    code text,
    subject_type text not null,
    subject_id text not null,
    request_id text not null,
    detail jsonb not null default '{}',
    primary key (id, at)
  ) partition by range (at);
  create index audit_subject on audit (subject_type, subject_id, seq);
  create index audit_actor on audit (actor_id, seq);`;
