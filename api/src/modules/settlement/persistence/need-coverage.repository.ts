import { quantities, type Quantities } from '@muheng/contracts/common/component';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface OpenNeedRow {
  id: string;
  /** Required less covered. */
  uncovered: Quantities;
}

/** A party's open needs of an indicator, the one that the trade was for first, then the oldest, locked. */
export async function lockOpenNeeds(
  tx: Tx,
  partyId: string,
  quota: string,
  firstId: string | null,
): Promise<OpenNeedRow[]> {
  const rows = await tx.query<{ id: string; area: bigint; paddy: bigint; capacity: bigint }>(
    `select id, area - covered_area as area, paddy - covered_paddy as paddy, capacity - covered_capacity as capacity
     from need where party_id = $1 and quota = $2 and status = 'open'
     order by (id = $3) desc nulls last, registered_at, id for no key update`,
    [partyId, quota, firstId],
  );
  return rows.map((row) => ({ id: row.id, uncovered: quantities(row.area, row.paddy, row.capacity) }));
}

/** Adds to what covers a need; a need without a rest is covered. */
export async function addCoverage(tx: Tx, needId: string, more: Quantities): Promise<void> {
  await tx.query(
    `update need set covered_area = covered_area + $2, covered_paddy = covered_paddy + $3,
       covered_capacity = covered_capacity + $4,
       status = case when (covered_area + $2, covered_paddy + $3, covered_capacity + $4) = (area, paddy, capacity)
         then 'covered' else status end
     where id = $1`,
    [needId, more.area.toString(), more.paddy.toString(), more.capacity.toString()],
  );
}
