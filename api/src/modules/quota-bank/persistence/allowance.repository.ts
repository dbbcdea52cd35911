import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** What a county may newly occupy in a year, and how much of that is used; m². */
export interface AllowanceRow {
  county: string;
  year: number;
  area: bigint;
  used: bigint;
  documentNo: string;
  recordedAt: Date;
}

/** Settling a year again replaces it; the audit log keeps what it was. */
export async function saveAllowance(
  tx: Tx,
  row: { countyId: string; year: number; area: bigint; documentNo: string; byPersonId: string },
): Promise<void> {
  await tx.query(
    `insert into yearly_allowance (county_id, region_code, year, area, document_no, by_person_id, recorded_at)
     select y.id, y.region_code, $2, $3, $4, $5, app_now() from party y where y.id = $1
     on conflict (county_id, year) do update
       set area = excluded.area, document_no = excluded.document_no, by_person_id = excluded.by_person_id,
         recorded_at = excluded.recorded_at`,
    [row.countyId, row.year, row.area, row.documentNo, row.byPersonId],
  );
}

const usedSql = `coalesce((select sum(w.counted_area) from quota_write_off w where w.party_id = a.county_id
  and w.at >= make_timestamptz(a.year, 1, 1, 0, 0, 0, 'Asia/Shanghai')
  and w.at < make_timestamptz(a.year + 1, 1, 1, 0, 0, 0, 'Asia/Shanghai')), 0)::bigint`;

const select = `select y.code as county, a.year, a.area, ${usedSql} as used, a.document_no as "documentNo",
  a.recorded_at as "recordedAt" from yearly_allowance a join party y on y.id = a.county_id`;

/** The allowance of one county and year; null while nobody has settled one. */
export async function findAllowance(
  tx: Tx | ReadTx,
  countyId: string,
  year: number,
): Promise<AllowanceRow | null> {
  const [row] = await tx.query<AllowanceRow>(`${select} where a.county_id = $1 and a.year = $2`, [
    countyId,
    year,
  ]);
  return row ?? null;
}

/** Of one county or of all that the reader may see; newest year first. */
export async function listAllowances(tx: ReadTx, county: string | null): Promise<AllowanceRow[]> {
  return tx.query<AllowanceRow>(
    `${select} where $1::text is null or y.code = $1 order by a.year desc, y.code limit 500`,
    [county],
  );
}
