import { quantities, type Quantities } from '@muheng/contracts/common/component';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { AwardItem } from './award.repository.js';

export interface TradeItemRow {
  ordinal: number;
  lotId: string;
  projectId: string;
  grade: number | null;
  newLotId: string | null;
  quantities: Quantities;
}

export async function insertTradeItems(tx: Tx, tradeId: string, items: readonly AwardItem[]): Promise<void> {
  await tx.query(
    `insert into trade_item (trade_id, ordinal, lot_id, area, paddy, capacity)
     select $1, * from unnest($2::int[], $3::uuid[], $4::bigint[], $5::bigint[], $6::bigint[])`,
    [
      tradeId,
      items.map((item) => item.ordinal),
      items.map((item) => item.lotId),
      items.map((item) => item.quantities.area.toString()),
      items.map((item) => item.quantities.paddy.toString()),
      items.map((item) => item.quantities.capacity.toString()),
    ],
  );
}

export async function findTradeItems(tx: Tx, tradeId: string): Promise<TradeItemRow[]> {
  const rows = await tx.query<
    Omit<TradeItemRow, 'quantities'> & { area: bigint; paddy: bigint; capacity: bigint }
  >(
    `select i.ordinal, i.lot_id as "lotId", l.origin_project_id as "projectId", l.grade, i.new_lot_id as "newLotId",
       i.area, i.paddy, i.capacity
     from trade_item i join lot l on l.id = i.lot_id where i.trade_id = $1 order by i.ordinal`,
    [tradeId],
  );
  return rows.map(({ area, paddy, capacity, ...row }) => ({
    ...row,
    quantities: quantities(area, paddy, capacity),
  }));
}

export interface BoughtLot {
  id: string;
  number: string;
  tradeId: string;
  ordinal: number;
  parentLotId: string;
  buyerId: string;
  quantities: Quantities;
  validUntil: Date | null;
}

/** A buyer's lot out of a seller's: same origin, not resalable (domain §9), with an end of validity. */
export async function insertBoughtLot(tx: Tx, lot: BoughtLot): Promise<void> {
  const { area, paddy, capacity } = lot.quantities;
  await tx.query(
    `insert into lot (id, number, origin_project_id, owner_id, region_code, quota, area, paddy, capacity, grade, saleable,
       bought, parent_lot_id, trade_id, valid_until, created_at)
     select $1, $2, l.origin_project_id, y.id, y.region_code, l.quota, $5, $6, $7, l.grade, false,
       true, l.id, $8, $9, app_now()
     from lot l, party y where l.id = $3 and y.id = $4`,
    [lot.id, lot.number, lot.parentLotId, lot.buyerId, area, paddy, capacity, lot.tradeId, lot.validUntil],
  );
  await tx.query('update trade_item set new_lot_id = $3 where trade_id = $1 and ordinal = $2', [
    lot.tradeId,
    lot.ordinal,
    lot.id,
  ]);
}
