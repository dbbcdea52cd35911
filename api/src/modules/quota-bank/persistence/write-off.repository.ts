import type { Quantities } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { Draw } from '../domain/draw-quota.js';
import { type QuantityColumns, quantitiesOf, quantityArrays } from './quantity-columns.js';

/** One approval of construction, with what it consumed for good. */
export interface WriteOffRow {
  id: string;
  number: string;
  quantities: Quantities;
  occupied: Quantities;
  /** m² that count against the allowance of the year. */
  counted: bigint;
  documentNo: string;
  approver: string;
  at: Date;
}

export async function insertWriteOff(
  tx: Tx,
  row: Omit<WriteOffRow, 'at'> & { useId: string; partyId: string; regionCode: string; byPersonId: string },
  draws: readonly Draw[],
): Promise<void> {
  const amounts = [row.quantities, row.occupied].flatMap((each) => [
    each.area.toString(),
    each.paddy.toString(),
    each.capacity.toString(),
  ]);
  await tx.query(
    `insert into quota_write_off (id, number, use_id, party_id, region_code, area, paddy, capacity, occupied_area,
       occupied_paddy, occupied_capacity, counted_area, document_no, approver, by_person_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, app_now())`,
    [
      row.id,
      row.number,
      row.useId,
      row.partyId,
      row.regionCode,
      ...amounts,
      row.counted,
      row.documentNo,
      row.approver,
      row.byPersonId,
    ],
  );
  await tx.query(
    `insert into quota_write_off_lot (write_off_id, lot_id, area, paddy, capacity)
     select $1, * from unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[])`,
    [row.id, draws.map((draw) => draw.lotId), ...quantityArrays(draws.map((draw) => draw.quantities))],
  );
}

export async function findWriteOffs(tx: Tx | ReadTx, useId: string): Promise<WriteOffRow[]> {
  const rows = await tx.query<
    Omit<WriteOffRow, 'quantities' | 'occupied'> & QuantityColumns & Record<'oa' | 'op' | 'oc', bigint>
  >(
    `select id, number, area, paddy, capacity, occupied_area as oa, occupied_paddy as op, occupied_capacity as oc,
       counted_area as counted, document_no as "documentNo", approver, at
     from quota_write_off where use_id = $1 order by at, id`,
    [useId],
  );
  return rows.map(({ area, paddy, capacity, oa, op, oc, ...row }) => ({
    ...row,
    quantities: quantitiesOf({ area, paddy, capacity }),
    occupied: quantitiesOf({ area: oa, paddy: op, capacity: oc }),
  }));
}
