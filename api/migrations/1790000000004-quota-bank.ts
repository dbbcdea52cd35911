import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, tenantTable, writable } from './sql.js';

/** The quota bank (domain §5, §7, §8): projects, lots, needs, declarations, surveys, yearly use, margins. */
export class QuotaBank1790000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(
      writable(
        'origin_project',
        'lot',
        'need',
        'yearly_use',
        'county_margin',
        'project_import',
        'quota_freeze',
      ),
    );
    await runner.query(appendOnly('needs_declaration', 'farmland_survey'));
    await runner.query(tenantTable('project_import', 'party_id', 'region_code'));
    await runner.query(tenantTable('lot', 'owner_id', 'region_code'));
    // Who holds a lot may see where it came from, also when it was bought from another county.
    const holdsLot = 'exists (select from lot l where l.origin_project_id = origin_project.id)';
    await runner.query(tenantTable('origin_project', 'county_id', 'region_code', holdsLot));
    await runner.query(tenantTable('need', 'party_id', 'region_code'));
    await runner.query(tenantTable('yearly_use', 'county_id', 'region_code'));
    await runner.query(tenantTable('quota_freeze', 'party_id', 'region_code'));
    await runner.query(tenantTable('needs_declaration', 'county_id', 'region_code'));
    await runner.query(tenantTable('farmland_survey', 'county_id', 'region_code'));
    // County balances are published in aggregate (domain §12): everyone reads the margins.
    await runner.query(tenantTable('county_margin', 'county_id', 'region_code', 'true'));
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const tables = `
  -- Its progress is the job_progress row of the same id. Counts and rows_done change with each part that is banked,
  -- in the same transaction, so that a run which was cut off goes on where it stopped.
  create table project_import (
    id uuid primary key,
    party_id uuid not null references party (id),
    region_code char(6) not null,
    by_person_id uuid,
    file_name text not null,
    sha256 bytea not null,
    content bytea not null,
    rows integer,
    rows_done integer not null default 0,
    banked integer not null default 0,
    unchanged integer not null default 0,
    rejected jsonb not null default '[]',
    rejected_rows integer not null default 0,
    area bigint not null default 0,
    failure_code text,
    created_at timestamptz not null,
    finished_at timestamptz
  );
  create index project_import_recent on project_import (created_at desc, id desc);

  create table origin_project (
    id uuid primary key,
    number text not null unique,
    quota text not null check (quota in ('SFQ', 'LSQ')),
    name text not null,
    -- Whose quota it became: a county; in a practice market also a zone that brings its own.
    county_id uuid not null references party (id),
    region_code char(6) not null,
    acceptance_no text not null,
    accepted_on date not null,
    filing_no text,
    area bigint not null check (area >= 0),
    paddy bigint not null check (paddy >= 0),
    capacity bigint not null check (capacity >= 0),
    grade smallint check (grade between 1 and 15),
    funding_source text not null check (funding_source in ('county', 'reclamation-fee', 'social', 'new-construction-land-fee')),
    regime text not null default 'sfq-2025',
    status text not null default 'banked' check (status in ('filed', 'approved', 'under-construction', 'acceptance',
      'demolition-accepted', 'filed-with-ministry', 'banked', 'rejected')),
    land_class_changed boolean not null default true,
    measured boolean not null default true,
    -- Of matter for linkage quota only: nobody is left in the demolition zone.
    residents_resettled boolean not null default true,
    import_id uuid references project_import (id),
    banked_at timestamptz,
    created_at timestamptz not null,
    -- Without area it is the rest of a project whose area was used before.
    constraint origin_project_paddy_within_area check (paddy <= area or area = 0 or quota = 'LSQ'),
    constraint origin_project_has_quantity check (area + paddy + capacity > 0)
  );
  create index origin_project_county on origin_project (county_id, number);
  -- The ministry's number is one project's: nobody banks the same land twice under another name.
  create unique index origin_project_filing on origin_project (filing_no) where filing_no is not null;

  -- A lot is one owner's holding out of one origin project; what of it stands in which bucket, its slices say.
  create table lot (
    id uuid primary key,
    number text not null unique,
    origin_project_id uuid not null references origin_project (id),
    owner_id uuid not null references party (id),
    region_code char(6) not null,
    quota text not null check (quota in ('SFQ', 'LSQ')),
    area bigint not null check (area >= 0),
    paddy bigint not null check (paddy >= 0),
    capacity bigint not null check (capacity >= 0),
    grade smallint,
    saleable boolean not null,
    -- Bought quota is not resalable (domain §9).
    bought boolean not null default false,
    parent_lot_id uuid references lot (id),
    trade_id uuid,
    valid_until timestamptz,
    created_at timestamptz not null,
    constraint lot_has_quantity check (area + paddy + capacity > 0)
  );
  create index lot_owner on lot (owner_id, quota, number);
  create index lot_project on lot (origin_project_id);
  create index lot_expiry on lot (valid_until) where valid_until is not null;

  create table need (
    id uuid primary key,
    number text not null unique,
    party_id uuid not null references party (id),
    region_code char(6) not null,
    quota text not null check (quota in ('SFQ', 'LSQ')),
    category text not null check (category in ('construction', 'national-key', 'regional-key', 'livelihood',
      'village-housing', 'rural-development')),
    title text not null,
    project_code text,
    area bigint not null default 0 check (area >= 0),
    paddy bigint not null default 0 check (paddy >= 0),
    capacity bigint not null default 0 check (capacity >= 0),
    covered_area bigint not null default 0 check (covered_area between 0 and area),
    covered_paddy bigint not null default 0 check (covered_paddy between 0 and paddy),
    covered_capacity bigint not null default 0 check (covered_capacity between 0 and capacity),
    status text not null default 'open' check (status in ('open', 'covered', 'withdrawn')),
    region_confirmed boolean not null default false,
    wanted_by date,
    registered_at timestamptz not null,
    by_person_id uuid,
    constraint need_has_quantity check (area + paddy + capacity > 0)
  );
  create index need_party on need (party_id, quota) where status = 'open';

  create table needs_declaration (
    id uuid primary key,
    county_id uuid not null references party (id),
    region_code char(6) not null,
    year integer not null,
    signed_at timestamptz not null,
    by_person_id uuid,
    renews boolean not null default false
  );
  create index needs_declaration_county on needs_declaration (county_id, signed_at desc);

  create table farmland_survey (
    id uuid primary key,
    county_id uuid not null references party (id),
    region_code char(6) not null,
    farmland bigint not null check (farmland >= 0),
    target bigint not null check (target >= 0),
    surveyed_at timestamptz not null,
    by_person_id uuid
  );
  create index farmland_survey_county on farmland_survey (county_id, surveyed_at desc);

  create table yearly_use (
    county_id uuid not null references party (id),
    region_code char(6) not null,
    quota text not null check (quota in ('SFQ', 'LSQ')),
    year integer not null,
    area bigint not null default 0 check (area >= 0),
    paddy bigint not null default 0 check (paddy >= 0),
    capacity bigint not null default 0 check (capacity >= 0),
    primary key (county_id, quota, year)
  );

  create table quota_freeze (
    id uuid primary key,
    party_id uuid not null references party (id),
    region_code char(6) not null,
    lot_id uuid references lot (id),
    reason text not null check (length(reason) > 0),
    by_person_id uuid,
    frozen_at timestamptz not null,
    lifted_at timestamptz,
    lift_reason text
  );
  create index quota_freeze_lot on quota_freeze (lot_id) where lifted_at is null;

  -- County-first, computed: one row a (county, indicator); its row lock is the first in the lock order.
  create table county_margin (
    county_id uuid not null references party (id),
    region_code char(6) not null,
    quota text not null check (quota in ('SFQ', 'LSQ')),
    avail_area bigint not null default 0, avail_paddy bigint not null default 0, avail_capacity bigint not null default 0,
    need_area bigint not null default 0, need_paddy bigint not null default 0, need_capacity bigint not null default 0,
    reserve_area bigint not null default 0, reserve_paddy bigint not null default 0, reserve_capacity bigint not null default 0,
    margin_area bigint not null default 0, margin_paddy bigint not null default 0, margin_capacity bigint not null default 0,
    computed_at timestamptz,
    -- Set by whoever changes an input; the worker recomputes and clears it.
    stale_since timestamptz,
    -- Since a confirmed trade left a margin negative: no new listing until none is (domain §8).
    blocked_since timestamptz,
    primary key (county_id, quota),
    constraint county_margin_arithmetic check (margin_area = avail_area - need_area - reserve_area
      and margin_paddy = avail_paddy - need_paddy - reserve_paddy
      and margin_capacity = avail_capacity - need_capacity - reserve_capacity)
  );
  create index county_margin_stale on county_margin (stale_since) where stale_since is not null;`;
