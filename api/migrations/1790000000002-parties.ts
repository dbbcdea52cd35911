import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable, writable } from './sql.js';

/** Who takes part (domain §4): parties, people with roles, sessions, suspensions. */
export class Parties1790000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(writable('party', 'person', 'session', 'suspension', 'market_setting'));
    await runner.query(tenantTable('person', 'party_id', 'region_code'));
    // A suspension is published (domain §12): anyone may read it.
    await runner.query(tenantTable('suspension', 'party_id', 'region_code', 'true'));
    await runner.query('revoke select, insert, update, delete on session from muheng_worker');
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const tables = `
  create table market_setting (
    key text primary key,
    value jsonb not null
  );

  create table party (
    id uuid primary key,
    code text not null unique,
    kind text not null check (kind in ('county', 'city', 'region-department', 'region-government', 'region-finance',
      'operator', 'zone', 'project-owner', 'county-unit')),
    name_zh text not null,
    name_en text not null,
    -- Where it lies: six digits, prefix = level. The region itself is 640000, a city ends in 00.
    region_code char(6) not null check (region_code ~ '^64[0-9]{4}$'),
    -- The county that gives consent; a standalone project owner may have none.
    county_id uuid references party (id),
    standalone boolean not null default false,
    beneficial_group text,
    created_at timestamptz not null
  );

  create table person (
    id uuid primary key,
    party_id uuid not null references party (id),
    region_code char(6) not null,
    login text not null unique check (length(login) between 3 and 80),
    display_name text not null,
    password_hash text,
    roles text[] not null check (roles <@ array['maker', 'checker', 'approver', 'bidder', 'finance', 'regulator',
      'auditor', 'administrator']::text[] and cardinality(roles) > 0),
    failed_sign_ins integer not null default 0,
    locked_until timestamptz,
    disabled_at timestamptz,
    created_at timestamptz not null
  );
  create index person_party on person (party_id);

  create table session (
    id_hash bytea primary key,
    person_id uuid not null references person (id),
    csrf_hash bytea not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz
  );
  create index session_person on session (person_id) where ended_at is null;

  create table suspension (
    id uuid primary key,
    party_id uuid not null references party (id),
    region_code char(6) not null,
    ground text not null check (ground in ('idle-land', 'assessment', 'bad-record', 'default')),
    reason text not null check (length(reason) > 0),
    from_at timestamptz not null,
    until_at timestamptz,
    lifted_at timestamptz,
    lift_reason text,
    by_person_id uuid,
    check (until_at is null or until_at > from_at)
  );
  create index suspension_party on suspension (party_id) where lifted_at is null;`;
