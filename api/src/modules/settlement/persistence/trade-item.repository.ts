import { quantities, type Quantities } from '@muheng/contracts/common/component';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { AwardItem } from './award.repository.js';

export interface TradeItemRow {
  tradeId: string;
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
  return findItemsOf(tx, [tradeId]);
}

/** The items of many trades, trade by trade and in their order. */
export async function findItemsOf(tx: Tx, tradeIds: readonly string[]): Promise<TradeItemRow[]> {
  const rows = await tx.query<
    Omit<TradeItemRow, 'quantities'> & { area: bigint; paddy: bigint; capacity: bigint }
  >(
    `select i.trade_id as "tradeId", i.ordinal, i.lot_id as "lotId", l.origin_project_id as "projectId", l.grade,
       i.new_lot_id as "newLotId", i.area, i.paddy, i.capacity
     from trade_item i join lot l on l.id = i.lot_id where i.trade_id = any($1) order by i.trade_id, i.ordinal`,
    [tradeIds],
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

/** Buyers' lots out of sellers': same origin, not resalable (domain §9), with an end of validity. */
export async function insertBoughtLots(tx: Tx, lots: readonly BoughtLot[]): Promise<void> {
  const rows = lots.map(({ quantities: { area, paddy, capacity }, ...lot }) => ({
    ...lot,
    area: area.toString(),
    paddy: paddy.toString(),
    capacity: capacity.toString(),
  }));
  await tx.query(
    `with bought as (
       select * from jsonb_to_recordset($1::jsonb) as r (id uuid, number text, "tradeId" uuid, ordinal int,
         "parentLotId" uuid, "buyerId" uuid, area bigint, paddy bigint, capacity bigint, "validUntil" timestamptz)
     ), named as (
       update trade_item i set new_lot_id = b.id from bought b where i.trade_id = b."tradeId" and i.ordinal = b.ordinal
     )
     insert into lot (id, number, origin_project_id, owner_id, region_code, quota, area, paddy, capacity, grade, saleable,
       bought, parent_lot_id, trade_id, valid_until, created_at)
     select b.id, b.number, l.origin_project_id, y.id, y.region_code, l.quota, b.area, b.paddy, b.capacity, l.grade, false,
       true, l.id, b."tradeId", b."validUntil", app_now()
     from bought b join lot l on l.id = b."parentLotId" join party y on y.id = b."buyerId"`,
    [JSON.stringify(rows)],
  );
}
