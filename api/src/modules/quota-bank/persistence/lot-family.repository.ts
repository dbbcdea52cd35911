import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';

/** A lot of the same origin project that descends from, or is an ancestor of, the one looked at. */
export interface LotRelativeRow {
  id: string;
  number: string;
  parentLotId: string | null;
  owner: string;
  tradeId: string | null;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
  createdAt: Date;
}

/** The lots between which quota of this lot's project has passed, as far as the reader may see them, oldest first. */
export async function findLotFamily(tx: ReadTx, lotId: string): Promise<LotRelativeRow[]> {
  return tx.query<LotRelativeRow>(
    `with recursive up as (
       select l.id, l.parent_lot_id from lot l where l.id = $1
       union select l.id, l.parent_lot_id from lot l join up on l.id = up.parent_lot_id
     ), down as (
       select l.id from lot l where l.id = $1
       union select l.id from lot l join down on l.parent_lot_id = down.id
     )
     select l.id, l.number, l.parent_lot_id as "parentLotId", y.code as owner, l.trade_id as "tradeId", l.area, l.paddy,
       l.capacity, l.created_at as "createdAt"
     from lot l join party y on y.id = l.owner_id
     where l.id in (select id from up union select id from down)
     order by l.created_at, l.id limit 500`,
    [lotId],
  );
}

export interface LotMovementRow {
  entryId: string;
  kind: string;
  at: Date;
  toBucket: string;
  subjectType: string;
  subjectId: string;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
}

/**
 * What befell a lot, oldest first: the slices that each entry made in it, but for the rest that an entry left where it
 * was (a rest lies in the bucket and lot of its parent).
 */
export async function findLotMovements(tx: ReadTx, lotId: string): Promise<LotMovementRow[]> {
  return tx.query<LotMovementRow>(
    `select e.id as "entryId", e.kind, e.at, s.bucket as "toBucket", e.subject_type as "subjectType",
       e.subject_id as "subjectId",
       coalesce(sum(upper(s.serials) - lower(s.serials)) filter (where s.asset like '%.AREA'), 0)::bigint as area,
       coalesce(sum(upper(s.serials) - lower(s.serials)) filter (where s.asset like '%.PADDY'), 0)::bigint as paddy,
       coalesce(sum(upper(s.serials) - lower(s.serials)) filter (where s.asset like '%.CAPACITY'), 0)::bigint as capacity
     from slice s join entry e on e.id = s.entry_id left join slice p on p.id = s.parent_id
     where s.lot_id = $1 and (p.id is null or p.bucket <> s.bucket or p.lot_id <> s.lot_id)
     group by e.id, e.kind, e.at, s.bucket, e.subject_type, e.subject_id
     order by e.at, e.id limit 1000`,
    [lotId],
  );
}
