import { type Quantities, type QuotaKind, zeroQuantities } from '@muheng/contracts/common/component';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { type QuantityColumns, quantitiesOf } from './quantity-columns.js';

/** A lot of a party with what it holds in one bucket. */
export interface StockRow {
  lotId: string;
  number: string;
  ownerId: string;
  quota: QuotaKind;
  projectId: string;
  grade: number | null;
  isFrozen: boolean;
  isExpired: boolean;
  /** Why it is frozen as a whole; null when it is not. */
  freezeReason: string | null;
  holds: Quantities;
}

const sumOf = (component: string): string =>
  `coalesce(sum(upper(s.serials) - lower(s.serials)) filter (where s.asset like '%.${component}'), 0)::bigint`;

const select = `
  select l.id as "lotId", l.number, l.owner_id as "ownerId", l.quota, l.origin_project_id as "projectId", l.grade,
    f.reason is not null as "isFrozen", f.reason as "freezeReason",
    l.valid_until is not null and l.valid_until <= app_now() as "isExpired",
    ${sumOf('AREA')} as area, ${sumOf('PADDY')} as paddy, ${sumOf('CAPACITY')} as capacity
  from lot l
  left join slice s on s.lot_id = l.id and s.retired_by is null and s.bucket = $2
  left join lateral (select q.reason from quota_freeze q where q.lifted_at is null and not q.partial
    and q.party_id = l.owner_id and (q.lot_id is null or q.lot_id = l.id) limit 1) f on true`;
const group = 'group by l.id, f.reason';

type Row = Omit<StockRow, 'holds'> & QuantityColumns;
const stockOf = ({ area, paddy, capacity, ...row }: Row): StockRow => ({
  ...row,
  holds: quantitiesOf({ area, paddy, capacity }),
});

/** Lots by id, in the order asked; unknown ones are left out. */
export async function findStock(tx: Tx, lotIds: readonly string[], bucket: string): Promise<StockRow[]> {
  const rows = await tx.query<Row>(`${select} where l.id = any($1) ${group}`, [lotIds, bucket]);
  const byId = new Map(rows.map((row) => [row.lotId, stockOf(row)]));
  return lotIds.flatMap((id) => byId.get(id) ?? []);
}

/**
 * All lots of a party that hold something in the bucket, in the order in which they are used up: what runs out first,
 * then what was bought (it cannot be sold on), then by number.
 */
export async function findPartyStock(
  tx: Tx,
  partyId: string,
  quota: QuotaKind,
  bucket: string,
): Promise<StockRow[]> {
  const rows = await tx.query<Row>(
    `${select} where l.owner_id = $1 and l.quota = $3 ${group} having count(s.id) > 0
     order by l.valid_until nulls last, l.bought desc, l.number`,
    [partyId, bucket, quota],
  );
  return rows.map(stockOf);
}

/** Lots of one origin project that its own county still holds in the bucket. */
export async function findProjectStock(
  tx: Tx,
  projectId: string,
  ownerId: string,
  bucket: string,
): Promise<StockRow[]> {
  const rows = await tx.query<Row>(
    `${select} where l.origin_project_id = $1 and l.owner_id = $3 ${group} having count(s.id) > 0 order by l.number`,
    [projectId, bucket, ownerId],
  );
  return rows.map(stockOf);
}

export const holdsOf = (rows: readonly StockRow[]): Quantities =>
  rows.reduce(
    (sum, { holds }) =>
      quantitiesOf({
        area: sum.area + holds.area,
        paddy: sum.paddy + holds.paddy,
        capacity: sum.capacity + holds.capacity,
      }),
    zeroQuantities,
  );
