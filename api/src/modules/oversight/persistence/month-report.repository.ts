import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export type ReportFormat = 'pdf' | 'xlsx';
export const mediaTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<ReportFormat, string>;

export interface ReportFileRow {
  format: ReportFormat;
  fileName: string;
  bytes: number;
  sha256: string;
}
export interface MonthReportRow {
  id: string;
  /** `2026-10` */
  month: string;
  areaCode: string;
  areaZh: string;
  areaEn: string;
  regionCode: string;
  requestedAt: Date;
  files: ReportFileRow[];
}

const select = `select r.id, to_char(r.month, 'YYYY-MM') as month, p.code as "areaCode", p.name_zh as "areaZh",
    p.name_en as "areaEn", r.region_code as "regionCode", r.requested_at as "requestedAt",
    (select coalesce(jsonb_agg(jsonb_build_object('format', case d.media_type when 'application/pdf' then 'pdf' else 'xlsx' end,
        'fileName', d.file_name, 'bytes', length(d.content), 'sha256', encode(d.sha256, 'hex')) order by d.media_type), '[]')
      from document d where d.subject_type = 'month-report' and d.subject_id = r.id) as files
  from month_report r join party p on p.id = r.party_id`;

/** Sealed months, newest first. */
export const sealedMonths = async (tx: ReadTx | Tx, limit: number): Promise<string[]> =>
  (
    await tx.query<{ month: string }>(
      `select to_char(month, 'YYYY-MM') as month from month_seal order by month desc limit $1`,
      [limit],
    )
  ).map(({ month }) => month);

/** The reports of these months that the reader may see, by row-level security; the widest area first. */
export const listMonthReports = (tx: ReadTx | Tx, months: readonly string[]): Promise<MonthReportRow[]> =>
  tx.query<MonthReportRow>(
    `${select} where r.month = any($1::date[]) order by r.month desc, p.kind <> 'region-department', r.region_code`,
    [months.map((month) => `${month}-01`)],
  );

export async function findMonthReport(tx: ReadTx, id: string): Promise<MonthReportRow | null> {
  const [row] = await tx.query<MonthReportRow>(`${select} where r.id = $1`, [id]);
  return row ?? null;
}

/** Asks for a sealed month's reports: the region, its cities, its counties. Those asked for before stay as they are. */
export async function insertMonthReports(
  tx: Tx,
  month: string,
  ids: readonly string[],
  personId: string,
): Promise<void> {
  await tx.query(
    `with area as (select id, region_code, row_number() over (order by region_code, id) as n from party
       where kind in ('region-department', 'city', 'county')
         and not exists (select from month_report r where r.month = $1::date and r.party_id = party.id))
     insert into month_report (id, month, party_id, region_code, by_person_id, requested_at)
     select i.id, $1::date, a.id, a.region_code, $3, app_now()
     from area a join unnest($2::uuid[]) with ordinality as i (id, n) using (n)
     on conflict (month, party_id) do nothing`,
    [`${month}-01`, ids, personId],
  );
}

export const countAreas = async (tx: Tx): Promise<number> =>
  (
    await tx.query<{ n: number }>(
      `select count(*)::int as n from party where kind in ('region-department', 'city', 'county')`,
    )
  )[0]?.n ?? 0;

export interface NewReportFile {
  id: string;
  format: ReportFormat;
  fileName: string;
  sha256: Buffer;
  content: Buffer;
}

/** Keeps both files of a report; false when another worker has just done so. */
export async function insertReportFiles(
  tx: Tx,
  reportId: string,
  digest: Buffer,
  files: readonly NewReportFile[],
): Promise<boolean> {
  let kept = 0;
  for (const { id, format, fileName, sha256, content } of files) {
    const rows = await tx.query(
      `insert into document (id, kind, subject_type, subject_id, file_name, media_type, sha256, content, content_digest, created_at)
       values ($1, 'report', 'month-report', $2, $3, $4, $5, $6, $7, app_now())
       on conflict (subject_id, media_type) where subject_type = 'month-report' do nothing returning 1`,
      [id, reportId, fileName, mediaTypes[format], sha256, content, digest],
    );
    kept += rows.length;
  }
  return kept > 0;
}

export async function findReportFile(
  tx: ReadTx,
  reportId: string,
  format: ReportFormat,
): Promise<{ fileName: string; content: Buffer; sha256: string } | null> {
  const [row] = await tx.query<{ fileName: string; content: Buffer; sha256: string }>(
    `select file_name as "fileName", content, encode(sha256, 'hex') as sha256 from document
     where subject_type = 'month-report' and subject_id = $1 and media_type = $2`,
    [reportId, mediaTypes[format]],
  );
  return row ?? null;
}
