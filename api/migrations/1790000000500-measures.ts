import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './sql.js';

/** What the region does to somebody takes two people: one proposes with a reason, another carries it out or refuses. */
export class Measures1790000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(`
      grant select, insert, update on measure to muheng_api, muheng_worker;
      grant select on measure to muheng_reconciler;`);
    // Whoever is to be frozen does not learn it before it is done: only those who watch its region see a proposal.
    await runner.query(tenantTable('measure', 'null::uuid', 'region_code'));
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const tables = `
  create table measure (
    id uuid primary key,
    kind text not null check (kind in ('freeze', 'unfreeze', 'suspension', 'reinstatement', 'listing-suspension',
      'listing-resumption', 'listing-termination', 'annulment')),
    subject_type text not null check (subject_type in ('party', 'lot', 'freeze', 'listing', 'trade')),
    subject_id uuid not null,
    -- What people call it, as it was then.
    subject text not null,
    party_id uuid not null references party (id),
    region_code char(6) not null,
    -- The act as it was typed; carried out from here and nowhere else.
    act jsonb not null,
    reason text not null check (length(reason) > 0),
    document_no text,
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    outcome text check (outcome in ('carried-out', 'refused', 'withdrawn')),
    decided_by uuid,
    decided_at timestamptz,
    decision_reason text,
    constraint measure_decided_whole check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
    constraint measure_two_people check (outcome is null or outcome = 'withdrawn' or decided_by <> proposed_by)
  );
  create index measure_open on measure (region_code, proposed_at) where outcome is null;
  create index measure_recent on measure (proposed_at desc, id desc);

  -- Since when a listing stands still by the regulator's word; what is to come moves on by as long when it goes on.
  alter table listing add column stopped_at timestamptz;

  -- A measure is decided once and never changed after that.
  create function measure_keep() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and old.outcome is null
      and to_jsonb(new) - array['outcome', 'decided_by', 'decided_at', 'decision_reason']
        = to_jsonb(old) - array['outcome', 'decided_by', 'decided_at', 'decision_reason'] then return new; end if;
    raise exception 'measure is append-only' using errcode = 'restrict_violation';
  end $$;
  create trigger measure_no_change before update or delete on measure for each row execute function measure_keep();`;
