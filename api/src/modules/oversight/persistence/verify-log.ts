import type { Run } from '../../../kernel/database/run.js';
import type { Checkpoint } from '../domain/audit-log/checkpoint.js';
import { GrowingRoot } from '../domain/audit-log/growing-root.js';
import { leafHash } from '../domain/audit-log/merkle.js';
import { tileKey, tileWidth } from '../domain/audit-log/tiles.js';
import { entryText, findLog, readTiles } from './audit-log.repository.js';
import { readCheckpoint } from './checkpoint-key.js';
import type { CheckpointStore } from './checkpoint-store.js';
import { treeHash } from './tree-hash.js';

export type Flaw = 'entry-missing' | 'entry-changed' | 'entry-added' | 'log-shortened' | 'checkpoint-broken';

export interface LogReport {
  ok: boolean;
  entries: number;
  root: string;
  firstBroken: { position: number; why: Flaw; auditId: string | null } | null;
  /** Entries that a checkpoint of the regulator's vouches for; null without his folder. */
  vouched: number | null;
  checkpoints: number;
  /** Committed rows that the sealer has not reached yet. */
  waiting: number;
  seconds: number;
}

interface Vouched {
  points: Checkpoint[];
  leaves: Buffer;
  size: number;
  broken: boolean;
}

const hashBytes = 32;
/** What fits into a connection's buffers: PostgreSQL then writes the next rows while these are hashed. */
const chunk = 2_000;
/** So many parts are asked for ahead. */
const ahead = 2;

/**
 * Hashes every row again, in its position, and holds the result against what the regulator was given: the rows
 * themselves, read by us, must lead to each signed root. Names the first position at which they do not. What no
 * checkpoint covers yet is held against the hashes stored beside it.
 */
export async function verifyLog(
  run: Run,
  store: CheckpointStore | null,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<LogReport> {
  const started = performance.now();
  const vouched = store ? await readVouched(store) : null;
  const log = await findLog(run);
  const size = Number(log?.size ?? 0n);
  const hash = treeHash(vouched?.points[0]?.hash ?? log?.hash ?? 'SHA-256');
  const tree = new GrowingRoot(hash);
  const points = [...(vouched?.points ?? [])];
  let first: LogReport['firstBroken'] = null;
  const flaw = (position: number, why: Flaw, auditId: string | null = null): void => {
    if (first === null || position < first.position) first = { position, why, auditId };
  };
  const due = (): void => {
    for (; points[0] && points[0].size === tree.size; points.shift())
      if (!tree.root().equals(points[0].root)) flaw(Math.max(0, tree.size - 1), 'checkpoint-broken');
  };
  // The next rows are on their way while these are hashed.
  const parts = Array.from({ length: ahead }, (_, i) => readRows(run, i * chunk));
  due();
  for (let from = 0; from < size && first === null; from += chunk) {
    const rows = (await parts.shift()) ?? [];
    if (from + ahead * chunk < size) parts.push(readRows(run, from + ahead * chunk));
    const expected = await expectedLeaves(run, from, Math.min(from + chunk, size), vouched);
    for (let position = from; position < Math.min(from + chunk, size); position += 1) {
      const row = rows[position - from];
      if (!row || row.position !== BigInt(position) || row.text === null) {
        flaw(position, 'entry-missing', row?.position === BigInt(position) ? row.auditId : null);
        break;
      }
      const leaf = leafHash(hash, Buffer.from(row.text));
      const at = (position - from) * hashBytes;
      if (!leaf.equals(expected.subarray(at, at + hashBytes))) {
        flaw(position, 'entry-changed', row.auditId);
        break;
      }
      tree.add(leaf);
      due();
    }
    onProgress(Math.min(from + chunk, size), size);
  }
  await Promise.all(parts);
  if (first === null && size < (vouched?.size ?? 0)) flaw(size, 'log-shortened');
  if (first === null && vouched?.broken) flaw(Math.max(0, size - 1), 'checkpoint-broken');
  const rest = await readRest(run, size);
  if (first === null && rest.strange !== null) flaw(size, 'entry-added', rest.strange);
  return {
    ok: first === null,
    entries: tree.size,
    root: tree.root().toString('hex'),
    firstBroken: first,
    vouched: vouched?.size ?? null,
    checkpoints: vouched?.points.length ?? 0,
    waiting: rest.waiting,
    seconds: Math.round(performance.now() - started) / 1000,
  };
}

interface Row {
  position: bigint;
  auditId: string;
  text: string | null;
}

/** Each row is fetched by its key: joined as sets, the whole log was read again for each part of it. */
const readRows = (run: Run, from: number): Promise<Row[]> =>
  run<Row>(
    `select l.position, l.audit_id as "auditId", r.text
     from audit_leaf l left join lateral (
       select ${entryText('a')} as text from audit a where a.id = l.audit_id and a.at = l.audit_at limit 1) r on true
     where l.position >= $1 and l.position < $2 order by l.position`,
    [from, from + chunk],
  );

/** The hashes that the regulator was told, as far as he was; then those stored beside the log. */
async function expectedLeaves(run: Run, from: number, to: number, vouched: Vouched | null): Promise<Buffer> {
  const told = vouched?.leaves.subarray(from * hashBytes, to * hashBytes) ?? Buffer.alloc(0);
  const known = from + told.length / hashBytes;
  if (known >= to) return told;
  const first = Math.floor(known / tileWidth);
  const wanted = Array.from({ length: Math.floor((to - 1) / tileWidth) - first + 1 }, (_, i) => ({
    level: 0,
    ordinal: first + i,
  }));
  const tiles = await readTiles(run, wanted);
  const stored = wanted.map(({ ordinal }) => {
    // A hole in the store must not move what comes after it.
    const row = Buffer.alloc(tileWidth * hashBytes);
    tiles.get(tileKey(0, ordinal))?.copy(row);
    return row;
  });
  return Buffer.concat([told, Buffer.concat(stored).subarray((known - first * tileWidth) * hashBytes)]);
}

/**
 * Rows beyond the log: those of which the sealer has not heard yet, and one that hides among rows long sealed. More
 * positions than the log's size says are strange too.
 */
async function readRest(run: Run, size: number): Promise<{ waiting: number; strange: string | null }> {
  const [row] = await run<{ waiting: bigint; strange: string | null }>(
    `select count(*) filter (where a.xid >= s.sealed_below) as waiting,
       coalesce(min(a.id::text) filter (where a.xid < s.sealed_below),
         (select min(l.audit_id::text) from audit_leaf l where l.position >= $1)) as strange
     from (select coalesce((select sealed_below from audit_log), '0'::xid8) as sealed_below) s
     left join audit a on not exists (select from audit_leaf l where l.audit_id = a.id)`,
    [size],
  );
  return { waiting: Number(row?.waiting ?? 0n), strange: row?.strange ?? null };
}

/** What the regulator holds: each text signed by his copy of the key, the entries between them without a gap. */
async function readVouched(store: CheckpointStore): Promise<Vouched> {
  const key = await store.key();
  const vouched: Vouched = { points: [], leaves: Buffer.alloc(0), size: 0, broken: false };
  const parts: { from: number; leaves: Buffer }[] = [];
  for await (const { kept } of store.all()) {
    const point = kept && key !== null ? readCheckpoint(kept.note, key) : null;
    if (!kept || !point) {
      vouched.broken = true;
      continue;
    }
    vouched.points.push(point);
    parts.push({ from: kept.from, leaves: kept.leaves });
    vouched.size = Math.max(vouched.size, point.size);
  }
  vouched.points.sort((a, b) => a.size - b.size);
  parts.sort((a, b) => a.from - b.from);
  const told: Buffer[] = [];
  let known = 0;
  for (const { from, leaves } of parts) {
    const more = leaves.subarray(Math.max(0, known - from) * hashBytes);
    if (from > known || more.length === 0) continue;
    told.push(more);
    known += more.length / hashBytes;
  }
  vouched.leaves = Buffer.concat(told);
  return vouched;
}
