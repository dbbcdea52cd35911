import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, tenantTable, writable } from './sql.js';

/** F6 (domain §11): when several counties sell one class, a draw settles whose turn it is. */
export class LotOrders1790000000442 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(writable('lot_order', 'lot_order_listing'));
    await runner.query(appendOnly('lot_order_secret', 'lot_order_contribution'));
    await runner.query(tenantTable('lot_order', 'null::uuid', 'null::text', 'true'));
    await runner.query(tenantTable('lot_order_listing', 'null::uuid', 'null::text', 'true'));
    await runner.query(tenantTable('lot_order_contribution', 'party_id', 'null::text', 'true'));
    // Nobody's row: only commands that act for the market see it, and none of them shows it before the draw.
    await runner.query(tenantTable('lot_order_secret', 'null::uuid', 'null::text'));
    await runner.query(
      'grant select on lot_order, lot_order_listing, lot_order_contribution to muheng_reconciler',
    );
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const tables = `
  create table lot_order (
    id uuid primary key,
    quota text not null check (quota in ('SFQ', 'LSQ')),
    commitment text not null check (commitment ~ '^[0-9a-f]{64}$'),
    opened_at timestamptz not null,
    opened_by uuid not null,
    -- From then on it is drawn by what has been contributed.
    closes_at timestamptz not null check (closes_at > opened_at),
    draw jsonb,
    drawn_at timestamptz,
    constraint lot_order_drawn_whole check ((draw is null) = (drawn_at is null))
  );
  create table lot_order_secret (
    order_id uuid primary key references lot_order (id),
    secret text not null check (secret ~ '^[0-9a-f]{64}$')
  );
  create table lot_order_listing (
    order_id uuid not null references lot_order (id),
    -- A listing is in one order.
    listing_id uuid primary key references listing (id),
    turn integer check (turn > 0)
  );
  create index lot_order_listing_order on lot_order_listing (order_id);
  create table lot_order_contribution (
    order_id uuid not null references lot_order (id),
    party_id uuid not null references party (id),
    seq integer not null check (seq > 0),
    value text not null check (value ~ '^[0-9a-f]{64}$'),
    at timestamptz not null,
    by_person_id uuid not null,
    primary key (order_id, party_id),
    unique (order_id, seq)
  );`;
