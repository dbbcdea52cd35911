import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable, writable } from './sql.js';

/** The rules a project's quota came under, the yearly allowance of new occupation, leftovers that come back (domain §6, §9). */
export class Allowance1790000000410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(regime);
    await runner.query(allowance);
    await runner.query(tenantTable('yearly_allowance', 'county_id', 'region_code'));
    await runner.query(writable('yearly_allowance'));
    await runner.query('grant select on yearly_allowance to muheng_reconciler');
    await runner.query(returned);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const regime = `
  -- Which rules a project was accepted under: 国土资规〔2017〕13号 until the end of 2024, 自然资发〔2024〕204号 from
  -- 2025-01-01, 国土资发〔2008〕138号 for linkage. A day says it, so nobody types it.
  alter table origin_project drop column regime;
  alter table origin_project add column regime text not null generated always as (
    case when quota = 'LSQ' then 'lsq-2008' when accepted_on < date '2025-01-01' then 'sfq-2017' else 'sfq-2025' end
  ) stored;`;

const allowance = `
  -- What a county may newly occupy in a year out of its own farmland gains: last year's net stable increase, as the
  -- region settles it. m².
  create table yearly_allowance (
    county_id uuid not null references party (id),
    region_code char(6) not null,
    year smallint not null check (year between 2025 and 2100),
    area bigint not null check (area >= 0),
    document_no text not null check (length(document_no) > 0),
    by_person_id uuid not null,
    recorded_at timestamptz not null,
    primary key (county_id, year)
  );

  -- How much of an approval counts against the allowance of its year: what it occupies beyond bought quota and beyond
  -- quota of the old rules.
  alter table quota_write_off add column counted_area bigint not null default 0
    check (counted_area between 0 and occupied_area);
  create index quota_write_off_party on quota_write_off (party_id, at);`;

const returned = `
  -- Leftovers of bought quota that go back to the region, and what the region pays for them (分).
  alter table quota_act drop constraint quota_act_kind_check;
  alter table quota_act add constraint quota_act_kind_check
    check (kind in ('deduction', 'national-pool', 'reserve-in', 'return'));
  alter table quota_act add column paid bigint check (paid >= 0);
  alter table quota_act add constraint quota_act_paid check ((kind = 'return') = (paid is not null));`;
