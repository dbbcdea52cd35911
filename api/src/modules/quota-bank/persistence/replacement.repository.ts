import type { Quantities, QuotaKind } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { type QuantityColumns, quantitiesOf } from './quantity-columns.js';

/** A defect found after quota had left its county: like for like until `dueAt`, else from its bank (domain §14). */
export interface DutyRow {
  id: string;
  number: string;
  projectId: string;
  originProject: string;
  partyId: string;
  party: string;
  quota: QuotaKind;
  grade: number | null;
  quantities: Quantities;
  replaced: Quantities;
  status: 'open' | 'met' | 'lapsed';
  documentNo: string;
  reason: string;
  foundAt: Date;
  dueAt: Date;
  endedAt: Date | null;
}

const select = `
  select d.id, d.number, d.project_id as "projectId", o.number as "originProject", d.party_id as "partyId",
    y.code as party, d.quota, d.grade, d.area, d.paddy, d.capacity, d.replaced_area as ra, d.replaced_paddy as rp,
    d.replaced_capacity as rc, d.status, d.document_no as "documentNo", d.reason, d.found_at as "foundAt",
    d.due_at as "dueAt", d.ended_at as "endedAt"
  from replacement_duty d join party y on y.id = d.party_id join origin_project o on o.id = d.project_id`;
type Raw = Omit<DutyRow, 'quantities' | 'replaced'> & QuantityColumns & Record<'ra' | 'rp' | 'rc', bigint>;
const dutyOf = ({ area, paddy, capacity, ra, rp, rc, ...row }: Raw): DutyRow => ({
  ...row,
  quantities: quantitiesOf({ area, paddy, capacity }),
  replaced: quantitiesOf({ area: ra, paddy: rp, capacity: rc }),
});

export async function insertDuty(
  tx: Tx,
  duty: Pick<
    DutyRow,
    | 'id'
    | 'number'
    | 'projectId'
    | 'partyId'
    | 'quota'
    | 'grade'
    | 'quantities'
    | 'documentNo'
    | 'reason'
    | 'dueAt'
  > & { byPersonId: string },
): Promise<void> {
  const { area, paddy, capacity } = duty.quantities;
  await tx.query(
    `insert into replacement_duty (id, number, project_id, party_id, region_code, quota, grade, area, paddy, capacity,
       document_no, reason, by_person_id, found_at, due_at)
     select $1, $2, $3, y.id, y.region_code, $5, $6, $7, $8, $9, $10, $11, $12, app_now(), $13 from party y where y.id = $4`,
    [
      ...[duty.id, duty.number, duty.projectId, duty.partyId, duty.quota, duty.grade],
      ...[area, paddy, capacity],
      ...[duty.documentNo, duty.reason, duty.byPersonId, duty.dueAt],
    ],
  );
}

export async function findDuty(tx: Tx | ReadTx, id: string): Promise<DutyRow | null> {
  const [row] = await tx.query<Raw>(`${select} where d.id = $1`, [id]);
  return row ? dutyOf(row) : null;
}

export async function saveDuty(
  tx: Tx,
  id: string,
  { area, paddy, capacity }: Quantities,
  status: DutyRow['status'],
): Promise<void> {
  await tx.query(
    `update replacement_duty set replaced_area = $2, replaced_paddy = $3, replaced_capacity = $4, status = $5,
       ended_at = case when $5 <> 'open' then app_now() end
     where id = $1`,
    [id, area, paddy, capacity, status],
  );
}

/** A page, newest first. Answers one more row than `limit`. */
export async function listDuties(
  tx: ReadTx,
  filter: { party?: string | undefined; after: string | null; limit: number },
): Promise<DutyRow[]> {
  const rows = await tx.query<Raw>(
    `${select} where ($1::text is null or y.code = $1) and ($2::uuid is null or d.id < $2) order by d.id desc limit $3`,
    [filter.party ?? null, filter.after, filter.limit + 1],
  );
  return rows.map(dutyOf);
}
