import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable, writable } from './sql.js';

/** Plans that are being carried out: one act, and a step for each lot. */
export class PlanActs1790000000401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plan_act (
        id uuid primary key,
        plan_set_id uuid not null references plan_set (id),
        party_id uuid not null references party (id),
        region_code char(6) not null,
        need_id uuid not null references need (id),
        aim text not null check (aim in ('least-cost', 'fewest-counterparties', 'soonest')),
        -- What becomes of a step, the market's own tables say; here is only that one was lost.
        state text not null default 'open' check (state in ('open', 'lost')),
        next_plan_set_id uuid references plan_set (id),
        by_person_id uuid not null,
        acted_at timestamptz not null
      );
      create index plan_act_party on plan_act (party_id, acted_at desc, id desc);
      -- One plan a need at a time: two would buy it twice.
      create unique index plan_act_open on plan_act (need_id) where state = 'open';

      create table plan_step (
        act_id uuid not null references plan_act (id),
        ordinal integer not null,
        party_id uuid not null references party (id),
        region_code char(6) not null,
        listing_id uuid not null references listing (id),
        registration_id uuid not null references registration (id),
        area bigint not null check (area >= 0),
        paddy bigint not null check (paddy >= 0),
        capacity bigint not null check (capacity >= 0),
        expected bigint not null check (expected >= 0),
        primary key (act_id, ordinal)
      );
      create index plan_step_listing on plan_step (listing_id);`);
    await runner.query(writable('plan_act', 'plan_step'));
    await runner.query(tenantTable('plan_act', 'party_id', 'region_code'));
    await runner.query(tenantTable('plan_step', 'party_id', 'region_code'));
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}
