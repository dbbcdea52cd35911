import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { ExportedProject, ExportedUse } from '../domain/export-sheets.js';
import { type QuantityColumns, quantitiesOf } from './quantity-columns.js';

/** As many rows as an import takes, so that what goes out in one file comes in with one. */
export const exportRowsMax = 20_000;

export async function readProjectsToExport(tx: ReadTx, quota: string | null): Promise<ExportedProject[]> {
  return tx.query<ExportedProject>(
    `select o.number, o.quota, o.residents_resettled as "residentsResettled", o.name, y.code as owner, o.acceptance_no as "acceptanceNo", o.accepted_on::text as "acceptedOn",
       o.filing_no as "filingNo", o.area, o.paddy, o.capacity, o.grade, o.funding_source as "fundingSource", o.status
     from origin_project o join party y on y.id = o.county_id where $1::text is null or o.quota = $1
     order by o.number limit $2`,
    [quota, exportRowsMax],
  );
}

export async function readUsesToExport(tx: ReadTx, quota: string | null): Promise<ExportedUse[]> {
  const rows = await tx.query<
    Omit<ExportedUse, 'occupied' | 'supplied'> & QuantityColumns & Record<'oa' | 'op' | 'oc', bigint>
  >(
    `select w.number as "sheetNo", u.number as "useNo", y.code as party, u.quota, u.project_code as "projectCode",
       u.project_name as "projectName", (u.earmarked_at at time zone 'Asia/Shanghai')::date::text as "earmarkedOn",
       (w.at at time zone 'Asia/Shanghai')::date::text as "writtenOffOn", w.approver, w.document_no as "documentNo",
       w.area, w.paddy, w.capacity, w.occupied_area as oa, w.occupied_paddy as op, w.occupied_capacity as oc
     from quota_write_off w join quota_use u on u.id = w.use_id join party y on y.id = u.party_id
     where $1::text is null or u.quota = $1 order by w.at, w.id limit $2`,
    [quota, exportRowsMax],
  );
  return rows.map(({ area, paddy, capacity, oa, op, oc, ...row }) => ({
    ...row,
    supplied: quantitiesOf({ area, paddy, capacity }),
    occupied: quantitiesOf({ area: oa, paddy: op, capacity: oc }),
  }));
}
