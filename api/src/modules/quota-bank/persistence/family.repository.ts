import type { Quantities } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import { joinLoan, type LotCame, lotOrigin, type LotOrigin } from './lot.repository.js';
import { type QuantityColumns, quantitiesOf } from './quantity-columns.js';

/**
 * The tree of one origin project over the whole market: each query reads one kind of node of all its lots. These are
 * the module's only reads of listings and trades by lot; what they hand out is published, or seen by whoever holds a
 * lot of the project.
 */

interface Node {
  id: string;
  number: string;
  lotId: string;
  quantities: Quantities;
}
type Raw<T> = Omit<T, 'quantities'> & QuantityColumns;
const nodeOf = <T extends { quantities: Quantities }>({ area, paddy, capacity, ...row }: Raw<T>): T =>
  ({ ...row, quantities: quantitiesOf({ area, paddy, capacity }) }) as unknown as T;

export interface FamilyLot extends LotOrigin {
  id: string;
  number: string;
  owner: string;
  parentLotId: string | null;
  tradeId: string | null;
  came: LotCame;
  quantities: Quantities;
  createdAt: Date;
}

export async function findFamilyLots(tx: ReadTx, projectId: string): Promise<FamilyLot[]> {
  const rows = await tx.query<Raw<FamilyLot>>(
    `select l.id, l.number, y.code as owner, l.parent_lot_id as "parentLotId", l.trade_id as "tradeId", l.area, l.paddy,
       l.capacity, l.created_at as "createdAt", ${lotOrigin}
     from lot l join party y on y.id = l.owner_id ${joinLoan} where l.origin_project_id = $1 order by l.created_at, l.number limit 1000`,
    [projectId],
  );
  return rows.map((row) => nodeOf<FamilyLot>(row));
}

export interface FamilyListing extends Node {
  status: string;
  seller: string;
  noticeAt: Date | null;
}

/** Listings under notice or past it; a draft is its county's own matter. */
export async function findFamilyListings(tx: ReadTx, lotIds: readonly string[]): Promise<FamilyListing[]> {
  const rows = await tx.query<Raw<FamilyListing>>(
    `select l.id, coalesce(l.number, '') as number, i.lot_id as "lotId", l.status, y.code as seller,
       l.notice_at as "noticeAt", i.area, i.paddy, i.capacity
     from listing_item i join listing l on l.id = i.listing_id join party y on y.id = l.seller_id
     where i.lot_id = any($1) and l.notice_at is not null order by l.notice_at, l.id`,
    [lotIds],
  );
  return rows.map((row) => nodeOf<FamilyListing>(row));
}

export interface FamilyTrade extends Node {
  status: string;
  seller: string;
  buyer: string;
  newLotId: string | null;
}

export async function findFamilyTrades(tx: ReadTx, lotIds: readonly string[]): Promise<FamilyTrade[]> {
  const rows = await tx.query<Raw<FamilyTrade>>(
    `select t.id, t.number, i.lot_id as "lotId", t.status, s.code as seller, b.code as buyer, i.new_lot_id as "newLotId",
       i.area, i.paddy, i.capacity
     from trade_item i join trade t on t.id = i.trade_id join party s on s.id = t.seller_id join party b on b.id = t.buyer_id
     where i.lot_id = any($1) order by t.awarded_at, t.id`,
    [lotIds],
  );
  return rows.map((row) => nodeOf<FamilyTrade>(row));
}

export interface FamilyUse extends Node {
  party: string;
  projectCode: string;
  projectName: string;
  writtenOff: Quantities;
  documents: string[];
}

/** Projects that hold or have used quota of these lots, with the approvals that consumed it. */
export async function findFamilyUses(tx: ReadTx, lotIds: readonly string[]): Promise<FamilyUse[]> {
  const rows = await tx.query<Omit<Raw<FamilyUse>, 'writtenOff'> & Record<'wa' | 'wp' | 'wc', bigint>>(
    `select u.id, u.number, x.lot_id as "lotId", y.code as party, u.project_code as "projectCode",
       u.project_name as "projectName", x.area, x.paddy, x.capacity, coalesce(w.area, 0)::bigint as wa,
       coalesce(w.paddy, 0)::bigint as wp, coalesce(w.capacity, 0)::bigint as wc, coalesce(w.documents, '{}') as documents
     from quota_use_lot x join quota_use u on u.id = x.use_id join party y on y.id = u.party_id
     left join lateral (select sum(wl.area) as area, sum(wl.paddy) as paddy, sum(wl.capacity) as capacity,
         array_agg(o.number || ' · ' || o.document_no order by o.at) as documents
       from quota_write_off o join quota_write_off_lot wl on wl.write_off_id = o.id and wl.lot_id = x.lot_id
       where o.use_id = u.id) w on true
     where x.lot_id = any($1) order by u.earmarked_at, u.id`,
    [lotIds],
  );
  return rows.map(({ wa, wp, wc, area, paddy, capacity, ...row }) => ({
    ...row,
    quantities: quantitiesOf({ area, paddy, capacity }),
    writtenOff: quantitiesOf({ area: wa, paddy: wp, capacity: wc }),
  }));
}

export interface FamilyAct extends Node {
  kind: string;
  documentNo: string;
  at: Date;
}

export async function findFamilyActs(tx: ReadTx, lotIds: readonly string[]): Promise<FamilyAct[]> {
  const rows = await tx.query<Raw<FamilyAct>>(
    `select a.id, a.number, a.lot_id as "lotId", a.kind, a.document_no as "documentNo", a.at, a.area, a.paddy, a.capacity
     from quota_act a where a.lot_id = any($1) order by a.at, a.id`,
    [lotIds],
  );
  return rows.map((row) => nodeOf<FamilyAct>(row));
}

/** Numbers of the origin projects behind a lot or a use, as far as the reader may see them. */
export async function findOrigins(
  tx: ReadTx,
  by: { project?: string | undefined; lot?: string | undefined; use?: string | undefined },
): Promise<string[]> {
  const rows = await tx.query<{ number: string }>(
    `select distinct o.number from origin_project o where o.number = $1::text
       or o.id in (select l.origin_project_id from lot l where l.id = $2::uuid)
       or o.id in (select l.origin_project_id from lot l join quota_use_lot x on x.lot_id = l.id where x.use_id = $3::uuid)
     order by o.number limit 50`,
    [by.project ?? null, by.lot ?? null, by.use ?? null],
  );
  return rows.map((row) => row.number);
}
