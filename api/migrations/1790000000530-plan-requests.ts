import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable, writable } from './sql.js';

/** Steps of a plan that no registration begins: a deal that names the buyer, and quota whose owner is asked for it. */
export class PlanRequests1790000000530 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table quota_request (
        id uuid primary key,
        kind text not null check (kind in ('negotiation', 'allocation')),
        party_id uuid not null references party (id),
        region_code char(6) not null,
        owner_id uuid not null references party (id),
        lot_id uuid not null references lot (id),
        need_id uuid not null references need (id),
        area bigint not null check (area >= 0),
        paddy bigint not null check (paddy >= 0),
        capacity bigint not null check (capacity >= 0),
        -- 分 for all of it.
        price bigint not null check (price > 0),
        state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn')),
        reason text,
        -- The draft that names the buyer.
        listing_id uuid references listing (id),
        by_person_id uuid not null,
        asked_at timestamptz not null,
        answered_by uuid,
        answered_at timestamptz,
        constraint quota_request_has_quantity check (area + paddy + capacity > 0),
        constraint quota_request_listed check ((state = 'accepted') = (listing_id is not null)),
        constraint quota_request_answered check ((state = 'open') = (answered_at is null)),
        constraint quota_request_of_another check (owner_id <> party_id)
      );
      create index quota_request_party on quota_request (party_id, asked_at desc);
      create index quota_request_owner on quota_request (owner_id, asked_at desc);
      -- Asked once at a time for the same need.
      create unique index quota_request_open on quota_request (need_id, lot_id) where state = 'open';

      alter table plan_act add column deposit text not null default 'each' check (deposit in ('each', 'wallet'));
      alter table plan_step
        alter column listing_id drop not null,
        alter column registration_id drop not null,
        add column request_id uuid references quota_request (id),
        add constraint plan_step_has_offer check (listing_id is not null or request_id is not null);
      create index plan_step_request on plan_step (request_id) where request_id is not null;
      create index plan_step_registration on plan_step (registration_id) where registration_id is not null;`);
    await runner.query(writable('quota_request'));
    await runner.query(tenantTable('quota_request', 'party_id', 'region_code'));
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}
