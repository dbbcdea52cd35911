import type { QuotaKind } from '@muheng/contracts/common/component';
import type { DrawRecord } from '@muheng/contracts/common/draw';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { OrderCandidate, Turn } from '../domain/lot-order.js';

/** Listings that are to be put into an order, under their locks in id order. */
export async function lockCandidates(tx: Tx, ids: readonly string[]): Promise<OrderCandidate[]> {
  return tx.query<OrderCandidate>(
    `with l as (select * from listing where id = any($1::uuid[]) order by id for no key update)
     select l.id, l.number, s.code as seller, l.quota, l.status,
       exists (select from lot_order_listing o where o.listing_id = l.id) as "isOrdered"
     from l join party s on s.id = l.seller_id order by l.id`,
    [ids],
  );
}

export interface NewOrder {
  id: string;
  quota: string;
  commitment: string;
  secret: string;
  byPersonId: string;
  listingIds: readonly string[];
}

/** An order closes when the first of its listings opens: by then its turns have to stand. */
export async function insertOrder(tx: Tx, order: NewOrder): Promise<void> {
  await tx.query(
    `insert into lot_order (id, quota, commitment, opened_at, opened_by, closes_at)
     select $1, $2, $3, app_now(), $4, min(l.opens_at) from listing l where l.id = any($5::uuid[])`,
    [order.id, order.quota, order.commitment, order.byPersonId, order.listingIds],
  );
  await tx.query('insert into lot_order_secret (order_id, secret) values ($1, $2)', [order.id, order.secret]);
  await tx.query('insert into lot_order_listing (order_id, listing_id) select $1, unnest($2::uuid[])', [
    order.id,
    order.listingIds,
  ]);
}

export interface OrderRow {
  id: string;
  quota: QuotaKind;
  commitment: string;
  openedAt: Date;
  closesAt: Date;
  draw: DrawRecord | null;
  drawnAt: Date | null;
}

const columns = `o.id, o.quota, o.commitment, o.opened_at as "openedAt", o.closes_at as "closesAt", o.draw,
  o.drawn_at as "drawnAt"`;

/** The order under its row lock; take it before its listings. */
export async function lockOrder(tx: Tx, id: string): Promise<OrderRow | null> {
  const [row] = await tx.query<OrderRow>(
    `select ${columns} from lot_order o where o.id = $1 for no key update`,
    [id],
  );
  return row ?? null;
}

export async function findOrders(tx: Tx | ReadTx, id: string | null, limit: number): Promise<OrderRow[]> {
  return tx.query<OrderRow>(
    `select ${columns} from lot_order o where $1::uuid is null or o.id = $1 order by o.opened_at desc, o.id desc limit $2`,
    [id, limit],
  );
}

export interface OrderedRow {
  orderId: string;
  id: string;
  number: string;
  title: string;
  sellerId: string;
  seller: string;
  turn: number | null;
  noticeAt: Date;
  endsAt: Date;
  staggerMin: number;
}

export async function findOrdered(tx: Tx | ReadTx, orderIds: readonly string[]): Promise<OrderedRow[]> {
  return tx.query<OrderedRow>(
    `select o.order_id as "orderId", l.id, l.number, l.title, l.seller_id as "sellerId", s.code as seller, o.turn,
       l.notice_at as "noticeAt", l.listing_ends_at as "endsAt", (l.policy ->> 'staggerMin')::int as "staggerMin"
     from lot_order_listing o join listing l on l.id = o.listing_id join party s on s.id = l.seller_id
     where o.order_id = any($1::uuid[]) order by o.turn nulls last, l.number`,
    [orderIds],
  );
}

export interface ContributionRow {
  orderId: string;
  seq: number;
  party: string;
  value: string;
  at: Date;
}

export async function findContributions(
  tx: Tx | ReadTx,
  orderIds: readonly string[],
): Promise<ContributionRow[]> {
  return tx.query<ContributionRow>(
    `select c.order_id as "orderId", c.seq, y.code as party, c.value, c.at
     from lot_order_contribution c join party y on y.id = c.party_id where c.order_id = any($1::uuid[]) order by c.seq`,
    [orderIds],
  );
}

export async function insertContribution(
  tx: Tx,
  row: { orderId: string; partyId: string; seq: number; value: string; byPersonId: string; at: Date },
): Promise<void> {
  await tx.query(
    `insert into lot_order_contribution (order_id, party_id, seq, value, at, by_person_id) values ($1, $2, $3, $4, $5, $6)`,
    [row.orderId, row.partyId, row.seq, row.value, row.at, row.byPersonId],
  );
}

export async function findOrderSecret(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx.query<{ secret: string }>(
    'select secret from lot_order_secret where order_id = $1',
    [id],
  );
  return row?.secret ?? null;
}

/** Publishes the draw, gives each listing its turn, and moves what is still to come of its timetable. */
export async function publishTurns(
  tx: Tx,
  id: string,
  record: DrawRecord,
  turns: readonly Turn[],
  at: Date,
): Promise<void> {
  await tx.query('update lot_order set draw = $2::jsonb, drawn_at = $3 where id = $1', [
    id,
    JSON.stringify(record),
    at,
  ]);
  const values = [turns.map((each) => each.listingId), turns.map((each) => each.turn)];
  await tx.query(
    `update lot_order_listing o set turn = t.turn from unnest($1::uuid[], $2::int[]) as t (id, turn)
     where o.listing_id = t.id`,
    values,
  );
  const moved = [
    'deposit_close_at',
    'listing_bid_stop_at',
    'listing_ends_at',
    'timed_starts_at',
    'closes_at',
  ];
  const sets = moved.map((column) => `${column} = ${column} + t.shift * interval '1 millisecond'`);
  await tx.query(
    `update listing l set ${sets.join(', ')} from unnest($1::uuid[], $2::bigint[]) as t (id, shift)
     where l.id = t.id and t.shift <> 0 and l.status = 'notice'`,
    [turns.map((each) => each.listingId), turns.map((each) => each.shiftMs)],
  );
}
