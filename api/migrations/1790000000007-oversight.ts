import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable, writable } from './sql.js';

/** Findings and alerts (domain §13) and the one list of due work that sweeper and practice clock share. */
export class Oversight1790000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(writable('reconciliation', 'finding', 'alert'));
    await runner.query(tenantTable('alert', 'party_id', 'region_code'));
    await runner.query(due);
    await runner.query(`grant select on due_work to muheng_api, muheng_worker`);
    await runner.query(`
      grant select on all tables in schema public to muheng_reconciler;
      grant insert, update on reconciliation, finding to muheng_reconciler;
      revoke select on session, person from muheng_reconciler;`);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const tables = `
  create table reconciliation (
    id uuid primary key,
    started_at timestamptz not null,
    finished_at timestamptz,
    market_at timestamptz not null,
    ok boolean,
    checked jsonb not null default '{}'
  );
  create index reconciliation_recent on reconciliation (started_at desc);

  create table finding (
    id uuid primary key,
    reconciliation_id uuid not null references reconciliation (id),
    code text not null,
    subject text not null,
    expected text not null,
    actual text not null,
    owner_party_id uuid references party (id),
    due_at timestamptz,
    found_at timestamptz not null,
    closed_at timestamptz,
    outcome text
  );
  -- A finding that stands is one row, however often it is seen.
  create unique index finding_open on finding (code, subject) where closed_at is null;

  create table alert (
    id uuid primary key,
    code text not null,
    subject_type text not null,
    subject_id uuid not null,
    party_id uuid references party (id),
    region_code char(6) not null,
    severity text not null check (severity in ('high', 'medium', 'low')),
    evidence jsonb not null,
    raised_at timestamptz not null,
    due_at timestamptz,
    decision text,
    decided_at timestamptz,
    decided_by uuid
  );
  create unique index alert_open on alert (code, subject_type, subject_id) where decided_at is null;
  create index alert_region on alert (region_code, raised_at desc);`;

const due = `
  -- Everything that market time makes due: what, of whom, when. The sweeper acts on rows whose time has come;
  -- a practice clock steps from one to the next. Each row vanishes by the act that it asks for.
  create view due_work with (security_invoker = true) as
    select 'listing.open' as job, id as subject_id, opens_at as due_at from listing where status = 'notice'
    union all
    select 'listing.start-timed', id, timed_starts_at from listing where status = 'listing-open' and form = 'timed-bidding'
    union all
    select 'listing.close', id, closes_at from listing where status in ('timed-bidding', 'ceiling-reached')
    union all
    select 'trade.confirm', id, publicity_ends_at from trade where status = 'result-publicity'
    union all
    select 'refund.submit', id, due_at from refund where state = 'requested' and due_at is not null
    union all
    select 'county-first.recompute', county_id, stale_since from county_margin where stale_since is not null;`;
