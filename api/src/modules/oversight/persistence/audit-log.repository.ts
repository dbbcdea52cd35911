import type { Run } from '../../../kernel/database/run.js';
import type { Checkpoint } from '../domain/audit-log/checkpoint.js';
import { type Tile, tileKey } from '../domain/audit-log/tiles.js';
import type { TreeHash } from '../domain/audit-log/merkle.js';

export interface LogState {
  size: bigint;
  hash: TreeHash['name'];
  publicKey: string | null;
}

/**
 * What is hashed of a row: a JSON array as PostgreSQL writes jsonb, times in whole microseconds. An entry is told in
 * exactly this text wherever it is proved, so that anyone can hash it again.
 */
export const entryText = (a: string): string => `jsonb_build_array(${a}.id, ${a}.seq,
  (extract(epoch from ${a}.at) * 1000000)::bigint, (extract(epoch from ${a}.market_at) * 1000000)::bigint,
  ${a}.actor_id, ${a}.party_id, ${a}.action, ${a}.outcome, ${a}.code, ${a}.subject_type, ${a}.subject_id,
  ${a}.request_id, ${a}.detail)::text`;

/**
 * Takes the log to seal it; null when another process has it. `horizon`: once all that is visible now is sealed, every
 * row of an older transaction is. A database restored elsewhere begins anew with small transaction ids; then all are
 * looked at once.
 */
export async function takeLog(run: Run): Promise<(LogState & { from: string; horizon: string }) | null> {
  const [row] = await run<LogState & { from: string; horizon: string }>(
    `select size, hash, public_key as "publicKey", pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
       case when sealed_below > pg_snapshot_xmax(pg_current_snapshot()) then '0' else sealed_below::text end as "from"
     from audit_log for update skip locked`,
  );
  return row ?? null;
}

export async function foundLog(run: Run, hash: TreeHash['name']): Promise<void> {
  await run('insert into audit_log (hash) values ($1) on conflict do nothing', [hash]);
}

export interface Entry {
  id: string;
  /** As text: a Date has no microseconds. */
  at: string;
  text: string;
}

/**
 * Committed rows without a position, in an order in which each stands after those that it could see: `seq` is drawn
 * when all locks are held.
 */
export async function unsealed(run: Run, from: string, limit: number): Promise<Entry[]> {
  return run<Entry>(
    `select a.id, a.at::text as at, ${entryText('a')} as text from audit a
     where a.xid >= $1::text::xid8 and not exists (select from audit_leaf l where l.audit_id = a.id)
     order by a.seq limit $2`,
    [from, limit],
  );
}

export async function storeLeaves(run: Run, first: bigint, entries: readonly Entry[]): Promise<void> {
  await run(
    `insert into audit_leaf (position, audit_id, audit_at)
     select $1::bigint + r.n - 1, r.id, r.at
     from unnest($2::uuid[], $3::timestamptz[]) with ordinality as r (id, at, n)`,
    [first, entries.map((e) => e.id), entries.map((e) => e.at)],
  );
}

export async function readTiles(
  run: Run,
  wanted: readonly { level: number; ordinal: number }[],
): Promise<Map<string, Buffer>> {
  const rows = await run<{ level: number; ordinal: bigint; hashes: Buffer }>(
    `select t.level, t.ordinal, t.hashes from unnest($1::smallint[], $2::bigint[]) as w (level, ordinal)
     join audit_tile t on t.level = w.level and t.ordinal = w.ordinal`,
    [wanted.map((w) => w.level), wanted.map((w) => w.ordinal)],
  );
  return new Map(rows.map((row) => [tileKey(row.level, Number(row.ordinal)), row.hashes]));
}

export async function storeTiles(run: Run, tiles: readonly Tile[]): Promise<void> {
  await run(
    `insert into audit_tile (level, ordinal, hashes)
     select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])
     on conflict (level, ordinal) do update set hashes = excluded.hashes`,
    [tiles.map((t) => t.level), tiles.map((t) => t.ordinal), tiles.map((t) => t.hashes)],
  );
}

/** Keeps how far the log goes. `below` null: more is waiting, so the next round looks from the same place. */
export async function storeSize(run: Run, size: bigint, below: string | null): Promise<void> {
  await run(
    `update audit_log set size = $1, sealed_at = clock_timestamp(),
       sealed_below = coalesce($2::text::xid8, sealed_below)`,
    [size, below],
  );
}

export async function findLog(run: Run): Promise<LogState | null> {
  const [row] = await run<LogState>('select size, hash, public_key as "publicKey" from audit_log');
  return row ?? null;
}

export interface StoredCheckpoint {
  size: bigint;
  root: Buffer;
  at: Date;
  note: string;
}

export async function lastCheckpoint(run: Run): Promise<StoredCheckpoint | null> {
  const [row] = await run<StoredCheckpoint>(
    'select size, root, at, note from audit_checkpoint order by size desc, at desc limit 1',
  );
  return row ?? null;
}

export async function storeCheckpoint(run: Run, point: Checkpoint, note: string, key: string): Promise<void> {
  await run(
    'insert into audit_checkpoint (size, at, root, note) values ($1, $2, $3, $4) on conflict do nothing',
    [point.size, point.at, point.root, note],
  );
  await run('update audit_log set public_key = $1 where public_key is distinct from $1', [key]);
}
