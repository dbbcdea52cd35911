import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './sql.js';

/** What approval lanes lacked: delegation with an end, a declaration of interest, reasons for all to read, samples. */
export class Lanes1790000000501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(delegations);
    await runner.query(lanes);
    await runner.query(samples);
    for (const table of ['delegation', 'sample_review'])
      await runner.query(`
        grant select, insert, update on ${table} to muheng_api, muheng_worker;
        grant select on ${table} to muheng_reconciler;`);
    await runner.query(tenantTable('delegation', 'party_id', 'region_code'));
    await runner.query(tenantTable('sample_review', 'null::uuid', 'region_code'));
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const delegations = `
  -- One person's signature in another's hand, until a day. Of one party; nobody hands on what was handed to them.
  create table delegation (
    id uuid primary key,
    party_id uuid not null references party (id),
    region_code char(6) not null,
    from_person_id uuid not null references person (id),
    to_person_id uuid not null references person (id),
    reason text not null check (length(reason) > 0),
    from_at timestamptz not null,
    until_at timestamptz not null,
    ended_at timestamptz,
    constraint delegation_two_people check (from_person_id <> to_person_id),
    constraint delegation_ends check (until_at > from_at)
  );
  create index delegation_to on delegation (to_person_id) where ended_at is null;
  create unique index delegation_one on delegation (from_person_id) where ended_at is null;
  -- Whoever was recognised before it began or ended is recognised anew.
  create trigger delegation_changed after insert or update on delegation
    for each statement execute function advance_session_epoch();

  create or replace function session_of(hash bytea) returns table (
    person_id uuid, display_name text, roles text[], party_id uuid, party_code text, party_kind text,
    region_code char(6), csrf_hash bytea, last_seen_at timestamptz, expires_at timestamptz
  ) language plpgsql volatile security definer set search_path = public as $$
  declare before text := coalesce(current_setting('app.market', true), '');
  begin
    perform set_config('app.market', 'on', true);
    return query
      select p.id, p.display_name,
        case when 'approver' = any(p.roles) or not exists (
            select from delegation d join person f on f.id = d.from_person_id
            where d.to_person_id = p.id and d.ended_at is null and d.until_at > app_now()
              and 'approver' = any(f.roles) and f.disabled_at is null)
          then p.roles else p.roles || 'approver'::text end,
        y.id, y.code, y.kind, y.region_code, s.csrf_hash, s.last_seen_at, s.expires_at
      from session s join person p on p.id = s.person_id join party y on y.id = p.party_id
      where s.id_hash = hash and s.ended_at is null and s.expires_at > clock_timestamp() and p.disabled_at is null;
    perform set_config('app.market', before, true);
  end $$;`;

const lanes = `
  -- For whom a delegate signed, and that whoever signed declared to have no interest of their own in it.
  alter table approval
    add column on_behalf_of uuid references person (id),
    add column no_interest boolean not null default false;
  -- Reasons are published with the notice (domain §12); people's names are not.
  drop policy approval_read on approval;
  create policy approval_read on approval for select using (
    app_may_see((select l.seller_id from listing l where l.id = listing_id),
      (select l.region_code from listing l where l.id = listing_id))
    or exists (select from listing l where l.id = listing_id and l.notice_at is not null));`;

const samples = `
  -- Drawn by lot out of what was approved, to be looked at once more by somebody who has not signed it.
  create table sample_review (
    id uuid primary key,
    listing_id uuid not null unique references listing (id),
    region_code char(6) not null,
    drawn_at timestamptz not null,
    due_at timestamptz not null,
    outcome text check (outcome in ('sound', 'faulty')),
    reason text check (reason is null or length(reason) > 0),
    person_id uuid references person (id),
    decided_at timestamptz,
    constraint sample_decided_whole check ((outcome is null) = (reason is null) and (outcome is null) = (person_id is null)
      and (outcome is null) = (decided_at is null))
  );
  create index sample_open on sample_review (due_at) where outcome is null;`;
