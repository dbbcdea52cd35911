import type { Quantities } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { Regime } from '../domain/allowance.js';
import type { Draw } from '../domain/draw-quota.js';
import { type QuantityColumns, quantitiesOf, quantityArrays } from './quantity-columns.js';

/** Adds to (or, with `sign` −1, takes from) what a use holds lot by lot. The check constraints refuse less than nothing. */
export async function addToUseLots(
  tx: Tx,
  useId: string,
  draws: readonly Draw[],
  sign: 1 | -1,
): Promise<void> {
  const [area, paddy, capacity] = quantityArrays(draws.map((draw) => draw.quantities));
  const lots = draws.map((draw) => draw.lotId);
  if (sign === 1) {
    await tx.query(
      `insert into quota_use_lot (use_id, lot_id, area, paddy, capacity)
       select $1, * from unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[])
       on conflict (use_id, lot_id) do update set area = quota_use_lot.area + excluded.area,
         paddy = quota_use_lot.paddy + excluded.paddy, capacity = quota_use_lot.capacity + excluded.capacity`,
      [useId, lots, area, paddy, capacity],
    );
    return;
  }
  await tx.query(
    `update quota_use_lot q set area = q.area - t.area, paddy = q.paddy - t.paddy, capacity = q.capacity - t.capacity
     from unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[]) as t (lot, area, paddy, capacity)
     where q.use_id = $1 and q.lot_id = t.lot`,
    [useId, lots, area, paddy, capacity],
  );
}

export interface UseLotRow {
  lotId: string;
  lotNumber: string;
  originProject: string;
  grade: number | null;
  /** The rules that its project came under, and whether it was bought: what an approval's allowance asks. */
  regime: Regime;
  isBought: boolean;
  held: Quantities;
  writtenOff: Quantities;
}

/** The lots that a use has drawn from, in the order in which they are used up. */
export async function findUseLots(tx: Tx | ReadTx, useId: string): Promise<UseLotRow[]> {
  const rows = await tx.query<
    Omit<UseLotRow, 'held' | 'writtenOff'> & QuantityColumns & Record<'wa' | 'wp' | 'wc', bigint>
  >(
    `select l.id as "lotId", l.number as "lotNumber", o.number as "originProject", l.grade,
       o.regime, l.bought as "isBought", q.area, q.paddy, q.capacity,
       coalesce(w.area, 0)::bigint as wa, coalesce(w.paddy, 0)::bigint as wp, coalesce(w.capacity, 0)::bigint as wc
     from quota_use_lot q join lot l on l.id = q.lot_id join origin_project o on o.id = l.origin_project_id
     left join (select wl.lot_id, sum(wl.area) as area, sum(wl.paddy) as paddy, sum(wl.capacity) as capacity
       from quota_write_off_lot wl join quota_write_off w on w.id = wl.write_off_id where w.use_id = $1 group by wl.lot_id) w
       on w.lot_id = q.lot_id
     where q.use_id = $1 order by l.valid_until nulls last, l.bought desc, l.number`,
    [useId],
  );
  return rows.map(({ area, paddy, capacity, wa, wp, wc, ...row }) => ({
    ...row,
    held: quantitiesOf({ area, paddy, capacity }),
    writtenOff: quantitiesOf({ area: wa, paddy: wp, capacity: wc }),
  }));
}
