import type { Run } from '../../../kernel/database/run.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Publication } from '../domain/publication/release.js';

const lockKey = 7_240_640_003;

/**
 * Gives every committed change its position, and lays out a delivery for each endpoint that wants it, in one
 * transaction. One process at a time; null: another is at it, and its next round will find what is new.
 */
export async function numberPublications(run: Run): Promise<number | null> {
  const [lock] = await run<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [lockKey]);
  if (!lock?.mine) return null;
  const numbered = await run<{ position: bigint }>(
    `with fresh as (
       select id, row_number() over (order by seq) as n from publication where position is null
     ), head as (
       select coalesce(max(position), 0) as at from publication
     ), numbered as (
       update publication p set position = head.at + fresh.n from fresh, head where p.id = fresh.id
       returning p.position, p.event
     ), laid_out as (
       insert into webhook_delivery (endpoint_id, position, party_id, region_code)
       select e.id, n.position, e.party_id, e.region_code from numbered n
       join webhook_endpoint e on e.ended_at is null and n.position > e.from_position
         and (e.events = '{}' or exists (select from unnest(e.events) as w (prefix) where starts_with(n.event, w.prefix)))
       on conflict do nothing
     )
     select position from numbered`,
  );
  return numbered.length;
}

const columns = `position, event, subject_type as "subjectType", subject_id as "subjectId",
  region_code as "regionCode", at, facts`;

/** Changes after a position, in order; `event` is a prefix. */
export async function publicationsAfter(
  tx: ReadTx,
  filter: { after: number; event?: string | undefined; limit: number },
): Promise<Publication[]> {
  return tx.query<Publication>(
    `select ${columns} from publication
     where position > $1 and ($2::text is null or starts_with(event, $2)) order by position limit $3`,
    [filter.after, filter.event ?? null, filter.limit],
  );
}

export async function findPublication(tx: ReadTx, position: number): Promise<Publication | null> {
  const [row] = await tx.query<Publication>(`select ${columns} from publication where position = $1`, [
    position,
  ]);
  return row ?? null;
}

/** The last place that was given, and whether a committed change waits for one. */
export async function feedState(tx: ReadTx): Promise<{ head: number; waits: boolean }> {
  const [row] = await tx.query<{ head: bigint | null; waits: boolean }>(
    `select max(position) as head, exists (select from publication where position is null) as waits from publication`,
  );
  return { head: Number(row?.head ?? 0n), waits: row?.waits ?? false };
}
