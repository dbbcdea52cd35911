import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** A practice room at one instant of its own clock. */
export interface PracticeRoomRow {
  id: string;
  code: string;
  round: number;
  secret: string;
  seed: number;
  robots: number;
  startedAt: Date | null;
  version: number;
  /** By the room's clock. */
  now: Date;
  expiresAt: Date;
}

const columns = `
  id, code, round, secret, seed, robots, started_at as "startedAt", version,
  clock_timestamp() + ahead_ms * interval '1 millisecond' as now,
  expires_at + ahead_ms * interval '1 millisecond' as "expiresAt"`;

export async function findPracticeRoom(tx: Tx | ReadTx, code: string): Promise<PracticeRoomRow | null> {
  const [row] = await tx.query<PracticeRoomRow>(
    `select ${columns} from practice_room where code = $1 and expires_at > clock_timestamp()`,
    [code],
  );
  return row ?? null;
}

/** The room under its lock, at the instant after the lock was got: acts of one room never overtake each other. */
export async function lockPracticeRoom(tx: Tx, code: string): Promise<PracticeRoomRow | null> {
  await tx.query('select 1 from practice_room where code = $1 for update', [code]);
  return findPracticeRoom(tx, code);
}

export interface PracticePlayerRow {
  seat: number;
  name: string;
  secretHash: Buffer;
}

export const findPracticePlayers = (tx: Tx | ReadTx, roomId: string): Promise<PracticePlayerRow[]> =>
  tx.query<PracticePlayerRow>(
    'select seat, name, secret_hash as "secretHash" from practice_player where room_id = $1 order by seat',
    [roomId],
  );

export interface PracticeActRow {
  seat: number;
  price: bigint | null;
  at: Date;
}

export const findPracticeActs = (
  tx: Tx | ReadTx,
  { id, round }: Pick<PracticeRoomRow, 'id' | 'round'>,
): Promise<PracticeActRow[]> =>
  tx.query<PracticeActRow>(
    'select seat, price, at from practice_act where room_id = $1 and round = $2 order by seq',
    [id, round],
  );

/** How many rooms there are, after those that have expired were forgotten. One opening at a time may count. */
export async function countPracticeRooms(tx: Tx): Promise<number> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('practice_room'))`);
  await tx.query('delete from practice_room where expires_at <= clock_timestamp()');
  const [row] = await tx.query<{ rooms: number }>('select count(*)::int as rooms from practice_room');
  return row?.rooms ?? 0;
}

export interface NewPracticeRoom {
  id: string;
  code: string;
  isListed: boolean;
  secret: string;
  seed: number;
  hours: number;
}

export async function insertPracticeRoom(tx: Tx, room: NewPracticeRoom): Promise<void> {
  await tx.query(
    `insert into practice_room (id, code, is_listed, secret, seed, expires_at)
     values ($1, $2, $3, $4, $5, clock_timestamp() + $6 * interval '1 hour')`,
    [room.id, room.code, room.isListed, room.secret, room.seed, room.hours],
  );
}

export async function insertPracticePlayer(
  tx: Tx,
  roomId: string,
  { seat, name, secretHash }: PracticePlayerRow,
): Promise<void> {
  await tx.query('insert into practice_player (room_id, seat, name, secret_hash) values ($1, $2, $3, $4)', [
    roomId,
    seat,
    name,
    secretHash,
  ]);
}

export async function insertPracticeAct(
  tx: Tx,
  { id, round }: Pick<PracticeRoomRow, 'id' | 'round'>,
  seq: number,
  { seat, price, at }: PracticeActRow,
): Promise<void> {
  await tx.query(
    'insert into practice_act (room_id, round, seq, seat, price, at) values ($1, $2, $3, $4, $5, $6)',
    [id, round, seq, seat, price?.toString() ?? null, at],
  );
}

export interface RoomChange {
  round: number;
  secret: string;
  seed: number;
  robots: number;
  startedAt: Date | null;
  /** By how much the clock jumps. */
  jumpMs: number;
}

/** Writes what changed of a room and counts its version on. */
export async function changePracticeRoom(tx: Tx, roomId: string, change: Partial<RoomChange>): Promise<void> {
  const { round, secret, seed, robots, startedAt, jumpMs = 0 } = change;
  await tx.query(
    `update practice_room set version = version + 1, round = coalesce($2, round), secret = coalesce($3, secret),
       seed = coalesce($4, seed), robots = coalesce($5, robots),
       started_at = case when $6 then $7::timestamptz else started_at end, ahead_ms = ahead_ms + $8
     where id = $1`,
    [
      roomId,
      round ?? null,
      secret ?? null,
      seed ?? null,
      robots ?? null,
      startedAt !== undefined,
      startedAt ?? null,
      jumpMs,
    ],
  );
}

export interface ListedRoomRow {
  code: string;
  players: number;
  started: boolean;
  expiresAt: Date;
}

/** Rooms that everybody may join, the newest first; full ones are left out. */
export const findListedRooms = (tx: ReadTx, limit: number, seats: number): Promise<ListedRoomRow[]> =>
  tx.query<ListedRoomRow>(
    `select code, players, started, "expiresAt" from (
       select r.code, r.opened_at, r.started_at is not null as started, r.expires_at as "expiresAt",
         (select count(*)::int from practice_player p where p.room_id = r.id) as players
       from practice_room r where r.is_listed and r.expires_at > clock_timestamp()
     ) each where players < $2 order by opened_at desc limit $1`,
    [limit, seats],
  );
