import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, tenantTable, writable } from './sql.js';

/** All movements of domain §5 and §7: use of quota, freezes by amount, the region's acts, loans, replacements. */
export class QuotaMovements1790000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(freezes);
    await runner.query(uses);
    await runner.query(acts);
    await runner.query(wall);
    await runner.query(dueWork);
    await runner.query(
      writable('frozen_lot', 'quota_use', 'quota_use_lot', 'quota_loan', 'replacement_duty'),
    );
    await runner.query(appendOnly('quota_write_off', 'quota_write_off_lot', 'quota_act'));
    for (const [table, owner] of [
      ['quota_use', 'party_id'],
      ['quota_write_off', 'party_id'],
      ['quota_act', 'party_id'],
      ['quota_loan', 'borrower_id'],
      ['replacement_duty', 'party_id'],
    ] as const) {
      await runner.query(tenantTable(table, owner, 'region_code'));
    }
    for (const [table, parent, key, owner] of [
      ['frozen_lot', 'quota_freeze', 'freeze_id', 'party_id'],
      ['quota_use_lot', 'quota_use', 'use_id', 'party_id'],
      ['quota_write_off_lot', 'quota_write_off', 'write_off_id', 'party_id'],
    ] as const) {
      const of = (column: string) => `(select p.${column} from ${parent} p where p.id = ${key})`;
      await runner.query(tenantTable(table, of(owner), of('region_code')));
    }
    await runner.query(
      'grant select on frozen_lot, quota_use, quota_use_lot, quota_write_off, quota_write_off_lot, quota_act,' +
        ' quota_loan, replacement_duty to muheng_reconciler',
    );
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const amounts = (prefix = ''): string =>
  ['area', 'paddy', 'capacity']
    .map((c) => `${prefix}${c} bigint not null default 0 check (${prefix}${c} >= 0)`)
    .join(',\n    ');

const freezes = `
  alter table quota_freeze
    add column ground text not null default 'regulator'
      check (ground in ('regulator', 'satellite-patch', 'quality', 'reconciliation')),
    -- The change patch of the satellite survey that has to be cleared first (domain §9).
    add column patch_no text check (patch_no is null or ground = 'satellite-patch'),
    -- A stated amount only; otherwise the whole lot, or all of the party, and whatever comes back to it.
    add column partial boolean not null default false;
  create index quota_freeze_active on quota_freeze (party_id) where lifted_at is null;

  -- What a freeze holds in the bucket frozen, by lot.
  create table frozen_lot (
    freeze_id uuid not null references quota_freeze (id),
    lot_id uuid not null references lot (id),
    ${amounts()},
    primary key (freeze_id, lot_id)
  );
  create index frozen_lot_lot on frozen_lot (lot_id);

  create or replace function trade_frozen(t trade) returns boolean language sql stable as $$
    select exists (select from quota_freeze f where f.lifted_at is null and not f.partial and (
      f.lot_id in (select i.lot_id from trade_item i where i.trade_id = t.id)
      or (f.lot_id is null and f.party_id in (t.seller_id, t.buyer_id)))) $$;`;

const uses = `
  -- Quota tied to one named construction project of one party: earmarked, given back, written off in one or many
  -- approvals. What is held now stands here and, lot by lot, in quota_use_lot; both move in one transaction.
  create table quota_use (
    id uuid primary key,
    number text not null unique,
    party_id uuid not null references party (id),
    region_code char(6) not null,
    quota text not null check (quota in ('SFQ', 'LSQ')),
    project_code text not null,
    project_name text not null,
    need_id uuid references need (id),
    ${amounts()},
    ${amounts('written_off_')},
    ${amounts('released_')},
    by_person_id uuid not null,
    earmarked_at timestamptz not null,
    changed_at timestamptz not null
  );
  create unique index quota_use_project on quota_use (party_id, quota, project_code);
  create index quota_use_need on quota_use (need_id) where need_id is not null;

  create table quota_use_lot (
    use_id uuid not null references quota_use (id),
    lot_id uuid not null references lot (id),
    ${amounts()},
    primary key (use_id, lot_id)
  );
  create index quota_use_lot_lot on quota_use_lot (lot_id);

  -- One approval of construction: what it occupies and what is written off for it, for good.
  create table quota_write_off (
    id uuid primary key,
    number text not null unique,
    use_id uuid not null references quota_use (id),
    party_id uuid not null references party (id),
    region_code char(6) not null,
    ${amounts()},
    ${amounts('occupied_')},
    document_no text not null,
    approver text not null,
    by_person_id uuid not null,
    at timestamptz not null
  );
  create index quota_write_off_use on quota_write_off (use_id, at);
  create table quota_write_off_lot (
    write_off_id uuid not null references quota_write_off (id),
    lot_id uuid not null references lot (id),
    ${amounts()},
    primary key (write_off_id, lot_id)
  );
  create index quota_write_off_lot_lot on quota_write_off_lot (lot_id);`;

const acts = `
  -- The region's word over quota: a deduction after a check, a delivery to the national pool, a contribution to the
  -- region's reserve. One row an act, one lot an act.
  create table quota_act (
    id uuid primary key,
    number text not null unique,
    kind text not null check (kind in ('deduction', 'national-pool', 'reserve-in')),
    party_id uuid not null references party (id),
    region_code char(6) not null,
    lot_id uuid not null references lot (id),
    new_lot_id uuid references lot (id),
    quota text not null check (quota in ('SFQ', 'LSQ')),
    ${amounts()},
    document_no text not null,
    reason text not null check (length(reason) > 0),
    by_person_id uuid not null,
    at timestamptz not null
  );
  create index quota_act_party on quota_act (party_id, at desc);
  create index quota_act_lot on quota_act (lot_id);

  -- Quota of the region's reserve that a county uses first and gives back later (domain §11 F4).
  create table quota_loan (
    id uuid primary key,
    number text not null unique,
    borrower_id uuid not null references party (id),
    lender_id uuid not null references party (id),
    region_code char(6) not null,
    quota text not null check (quota in ('SFQ', 'LSQ')),
    ${amounts()},
    ${amounts('returned_')},
    due_on date not null,
    reason text not null,
    document_no text not null,
    by_person_id uuid not null,
    lent_at timestamptz not null,
    returned_at timestamptz,
    constraint quota_loan_not_over_returned
      check (returned_area <= area and returned_paddy <= paddy and returned_capacity <= capacity),
    constraint quota_loan_returned_whole check (
      (returned_at is not null) = (returned_area = area and returned_paddy = paddy and returned_capacity = capacity))
  );
  create index quota_loan_open on quota_loan (borrower_id, quota) where returned_at is null;

  -- A defect found after the quota had left the seller: like for like within the term, else from its bank (domain §14).
  create table replacement_duty (
    id uuid primary key,
    number text not null unique,
    project_id uuid not null references origin_project (id),
    party_id uuid not null references party (id),
    region_code char(6) not null,
    quota text not null check (quota in ('SFQ', 'LSQ')),
    grade smallint,
    ${amounts()},
    ${amounts('replaced_')},
    status text not null default 'open' check (status in ('open', 'met', 'lapsed')),
    document_no text not null,
    reason text not null,
    by_person_id uuid not null,
    found_at timestamptz not null,
    due_at timestamptz not null,
    ended_at timestamptz,
    constraint replacement_not_over check (replaced_area <= area and replaced_paddy <= paddy and replaced_capacity <= capacity)
  );
  create index replacement_duty_open on replacement_duty (due_at) where status = 'open';
  create index replacement_duty_party on replacement_duty (party_id, found_at desc);`;

const wall = `
  -- Frozen quota is not used, whoever asks: the last wall behind the rule. What stands in frozen goes nowhere but
  -- back to available or out of the market; what stands in available or earmarked under a whole freeze stays there.
  create function frozen_stays() returns trigger language plpgsql as $$
  declare was record;
  begin
    select bucket, owner_id, lot_id into was from slice where id = new.parent_id;
    if was.bucket = new.bucket and was.owner_id = new.owner_id then return null; end if;
    if (was.bucket = 'frozen' and new.bucket <> 'available') or exists (
      select from quota_freeze f where f.lifted_at is null and not f.partial
        and f.party_id = was.owner_id and (f.lot_id is null or f.lot_id = was.lot_id)
        and (was.owner_id <> new.owner_id or was.bucket in ('available', 'earmarked') and new.bucket <> 'available'))
    then
      raise exception 'quota_frozen' using errcode = 'check_violation', constraint = 'quota_frozen',
        hint = was.lot_id || ' ' || new.asset;
    end if;
    return null;
  end $$;
  create trigger slice_frozen_stays after insert on slice for each row
    when (new.parent_id is not null and new.bucket in ('available', 'earmarked', 'listed', 'written-off'))
    execute function frozen_stays();`;

const dueWork = `
  -- Each module lists its own due work; due_work is all of it, and what the worker reads.
  alter view due_work rename to due_work_market;
  create view due_work_bank with (security_invoker = true) as
    select 'lot.expire' as job, l.id as subject_id, l.valid_until as due_at from lot l
      where l.valid_until is not null and exists (select from slice s where s.lot_id = l.id and s.retired_by is null
        and s.bucket in ('available', 'frozen'))
    union all
    select 'replacement.lapse', id, due_at from replacement_duty where status = 'open';
  create view due_work with (security_invoker = true) as
    select job, subject_id, due_at from due_work_market union all select job, subject_id, due_at from due_work_bank;
  grant select on due_work, due_work_bank to muheng_api, muheng_worker;`;
