import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rooms in which people practise bidding with each other (演练). They hold no quota, no money and no party; nothing of the
 * market refers to them, and they are forgotten after a few hours. Anybody may play, so that there is no tenant to
 * keep out: what a seat may do rests on its secret.
 */
export class PracticeRooms1790000000641 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(`
      grant select, insert, update, delete on practice_room, practice_player, practice_act to muheng_api;
      grant select, delete on practice_room to muheng_worker;`);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const tables = `
  create table practice_room (
    id uuid primary key,
    code text not null unique check (code ~ '^[2-9A-HJ-NP-Z]{6}$'),
    -- Whether the room stands in the list that everybody sees.
    is_listed boolean not null,
    round int not null default 1 check (round > 0),
    -- What the round's draw is committed to; revealed when it is over.
    secret text not null,
    seed int not null,
    robots int not null default 0 check (robots between 0 and 3),
    started_at timestamptz,
    -- The room's clock is the wall clock and so much more.
    ahead_ms bigint not null default 0 check (ahead_ms >= 0),
    version int not null default 0,
    opened_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null
  );
  create index practice_room_expiry on practice_room (expires_at);

  create table practice_player (
    room_id uuid not null references practice_room (id) on delete cascade,
    -- The bidder's number; 1 opened the room.
    seat int not null check (seat between 1 and 12),
    name text not null check (length(name) between 1 and 16),
    secret_hash bytea not null,
    joined_at timestamptz not null default clock_timestamp(),
    primary key (room_id, seat),
    unique (room_id, secret_hash)
  );

  create table practice_act (
    room_id uuid not null,
    round int not null,
    seq int not null check (seq between 1 and 500),
    seat int not null,
    -- Null accepts the ceiling.
    price bigint check (price > 0),
    at timestamptz not null,
    primary key (room_id, round, seq),
    foreign key (room_id, seat) references practice_player (room_id, seat) on delete cascade
  );`;
