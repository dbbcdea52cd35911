import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, tenantTable, writable } from './sql.js';

/** The life of an origin project before and after its quota (domain §7): steps, evidence, parcels, care, fees. */
export class ProjectLifecycle1790000000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(writable('parcel', 'project_care', 'key_project'));
    await runner.query(appendOnly('project_step', 'project_document', 'care_check', 'reclamation_fee'));
    // Whoever may see a project may see its record: the inner query runs under the reader's own sight.
    const visible = 'exists (select from origin_project o where o.id = project_id)';
    for (const table of ['project_step', 'project_document', 'parcel', 'project_care', 'care_check']) {
      const of = (column: string) => `(select o.${column} from origin_project o where o.id = project_id)`;
      await runner.query(tenantTable(table, of('county_id'), of('region_code'), visible));
    }
    await runner.query(tenantTable('reclamation_fee', 'party_id', 'region_code'));
    await runner.query('grant select on all tables in schema public to muheng_reconciler');
    await runner.query('revoke select on session, person from muheng_reconciler');
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const tables = `
  alter table origin_project
    alter column acceptance_no drop not null,
    alter column accepted_on drop not null,
    add column location text,
    -- How far the acceptance has come: the county's own check, the city's, the region's word.
    add column accepted_by text check (accepted_by in ('county', 'city', 'region')),
    add constraint origin_project_banked_is_accepted
      check (status <> 'banked' or (acceptance_no is not null and accepted_on is not null));

  -- Each step with the figure that it left and what it cut from the one before (domain §5 "Quota record").
  create table project_step (
    id uuid primary key,
    project_id uuid not null references origin_project (id),
    step text not null,
    status text not null,
    area bigint, paddy bigint, capacity bigint,
    cut_area bigint not null default 0 check (cut_area >= 0),
    cut_paddy bigint not null default 0 check (cut_paddy >= 0),
    cut_capacity bigint not null default 0 check (cut_capacity >= 0),
    reason text,
    document_no text,
    by_party_id uuid not null references party (id),
    by_person_id uuid not null,
    at timestamptz not null
  );
  create index project_step_project on project_step (project_id, at);

  create table project_document (
    id uuid primary key,
    project_id uuid not null references origin_project (id),
    kind text not null check (kind in ('village-consent', 'survey-map', 'acceptance', 'filing', 'demolition',
      'resettlement', 'funding', 'care', 'other')),
    file_name text not null,
    media_type text not null,
    sha256 bytea not null,
    content bytea not null,
    by_party_id uuid not null references party (id),
    by_person_id uuid not null,
    at timestamptz not null,
    unique (project_id, kind, sha256)
  );

  -- 一地一码: one parcel stands in one project, whoever filed it.
  create table parcel (
    code text primary key check (code ~ '^[0-9]{6}[0-9A-Z]{4,24}$'),
    project_id uuid not null references origin_project (id),
    map_sheet text,
    patch_no text,
    land_class text not null,
    area bigint not null check (area > 0)
  );
  create index parcel_project on parcel (project_id);

  -- Post-care (管护) after acceptance, and after sale too: the seller keeps the duty (domain §14).
  create table project_care (
    project_id uuid primary key references origin_project (id),
    body text not null,
    from_day date not null,
    years smallint not null check (years between 1 and 30)
  );
  create table care_check (
    id uuid primary key,
    project_id uuid not null references origin_project (id),
    year smallint not null,
    passed boolean not null,
    findings text not null,
    document_no text not null,
    area bigint not null default 0 check (area >= 0),
    paddy bigint not null default 0 check (paddy >= 0),
    capacity bigint not null default 0 check (capacity >= 0),
    by_person_id uuid not null,
    at timestamptz not null,
    unique (project_id, year)
  );

  -- 耕地开垦费 where a local project cannot be covered; in 分, on permanent basic farmland at least double (domain §3).
  create table reclamation_fee (
    id uuid primary key,
    number text not null unique,
    party_id uuid not null references party (id),
    region_code char(6) not null,
    project_code text not null,
    project_name text not null,
    area bigint not null check (area > 0),
    basic_farmland boolean not null,
    fen_per_mu bigint not null check (fen_per_mu > 0),
    fen bigint not null check (fen > 0),
    paid_on date not null,
    receipt_no text not null,
    by_person_id uuid not null,
    at timestamptz not null,
    unique (party_id, receipt_no)
  );

  -- The region's list of key projects (domain §9): a need is national-key, regional-key or livelihood by this list.
  create table key_project (
    code text primary key,
    name text not null,
    level text not null check (level in ('national-key', 'regional-key', 'livelihood')),
    document_no text not null,
    by_person_id uuid not null,
    listed_at timestamptz not null,
    removed_at timestamptz
  );`;
