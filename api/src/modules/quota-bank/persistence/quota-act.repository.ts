import type { Quantities, QuotaKind } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { type QuantityColumns, quantitiesOf } from './quantity-columns.js';

export interface ActRow {
  id: string;
  number: string;
  kind: 'deduction' | 'national-pool' | 'reserve-in' | 'return';
  party: string;
  quota: QuotaKind;
  lotId: string;
  lotNumber: string;
  newLotId: string | null;
  quantities: Quantities;
  documentNo: string;
  reason: string;
  /** 分 that the region pays for a return. */
  paid: bigint | null;
  at: Date;
}

export async function insertAct(
  tx: Tx,
  act: Omit<ActRow, 'party' | 'quota' | 'lotNumber' | 'at'> & { byPersonId: string },
): Promise<void> {
  const { area, paddy, capacity } = act.quantities;
  await tx.query(
    `insert into quota_act (id, number, kind, party_id, region_code, lot_id, new_lot_id, quota, area, paddy, capacity,
       document_no, reason, by_person_id, paid, at)
     select $1, $2, $3, l.owner_id, l.region_code, l.id, $5, l.quota, $6, $7, $8, $9, $10, $11, $12, app_now()
     from lot l where l.id = $4`,
    [
      act.id,
      act.number,
      act.kind,
      act.lotId,
      act.newLotId,
      area,
      paddy,
      capacity,
      act.documentNo,
      act.reason,
      act.byPersonId,
      act.paid,
    ],
  );
}

const select = `
  select a.id, a.number, a.kind, y.code as party, a.quota, a.lot_id as "lotId", l.number as "lotNumber",
    a.new_lot_id as "newLotId", a.area, a.paddy, a.capacity, a.document_no as "documentNo", a.reason,
    a.paid, a.at
  from quota_act a join party y on y.id = a.party_id join lot l on l.id = a.lot_id`;
type Raw = Omit<ActRow, 'quantities'> & QuantityColumns;
const actOf = ({ area, paddy, capacity, ...row }: Raw): ActRow => ({
  ...row,
  quantities: quantitiesOf({ area, paddy, capacity }),
});

export async function findAct(tx: Tx, id: string): Promise<ActRow | null> {
  const [row] = await tx.query<Raw>(`${select} where a.id = $1`, [id]);
  return row ? actOf(row) : null;
}

/** What the trade that brought a lot cost (分) and bought in all; null for a lot that no trade brought. */
export async function findPurchase(
  tx: Tx,
  lotId: string,
): Promise<{ price: bigint; bought: Quantities } | null> {
  const [row] = await tx.query<QuantityColumns & { price: bigint }>(
    `select t.price, t.area, t.paddy, t.capacity from lot l join trade t on t.id = l.trade_id
     where l.id = $1 and l.bought`,
    [lotId],
  );
  return row ? { price: row.price, bought: quantitiesOf(row) } : null;
}

/** A page, newest first. Answers one more row than `limit`. */
export async function listActs(
  tx: ReadTx,
  filter: { party?: string | undefined; after: string | null; limit: number },
): Promise<ActRow[]> {
  const rows = await tx.query<Raw>(
    `${select} where ($1::text is null or y.code = $1) and ($2::uuid is null or a.id < $2) order by a.id desc limit $3`,
    [filter.party ?? null, filter.after, filter.limit + 1],
  );
  return rows.map(actOf);
}
