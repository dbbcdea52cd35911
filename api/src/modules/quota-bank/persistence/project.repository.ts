import type { Quantities, QuotaKind } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { FundingSource } from '../domain/saleability.js';
import { quantityArrays } from './quantity-columns.js';

export interface NewProject {
  id: string;
  number: string;
  quota: QuotaKind;
  name: string;
  ownerId: string;
  ownerCode: string;
  regionCode: string;
  acceptanceNo: string;
  acceptedOn: string;
  filingNo: string;
  quantities: Quantities;
  grade: number | null;
  fundingSource: FundingSource;
  landClassChanged: boolean;
  measured: boolean;
  residentsResettled: boolean;
  validUntil: Date | null;
  importId: string | null;
}

/** Inserts those whose number and filing number are new and answers their numbers; the others are left alone. */
export async function insertProjects(tx: Tx, projects: readonly NewProject[]): Promise<Set<string>> {
  if (projects.length === 0) return new Set();
  const [area, paddy, capacity] = quantityArrays(projects.map((each) => each.quantities));
  const rows = await tx.query<{ number: string }>(
    `insert into origin_project (id, number, quota, name, county_id, region_code, acceptance_no, accepted_on, filing_no,
       area, paddy, capacity, grade, funding_source, land_class_changed, measured, residents_resettled, import_id,
       banked_at, created_at)
     select t.*, app_now(), app_now()
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::date[], $9::text[],
       $10::bigint[], $11::bigint[], $12::bigint[], $13::smallint[], $14::text[], $15::boolean[], $16::boolean[],
       $17::boolean[], $18::uuid[]) as t
     on conflict do nothing
     returning number`,
    [
      projects.map((p) => p.id),
      projects.map((p) => p.number),
      projects.map((p) => p.quota),
      projects.map((p) => p.name),
      projects.map((p) => p.ownerId),
      projects.map((p) => p.regionCode),
      projects.map((p) => p.acceptanceNo),
      projects.map((p) => p.acceptedOn),
      projects.map((p) => p.filingNo),
      area,
      paddy,
      capacity,
      projects.map((p) => p.grade),
      projects.map((p) => p.fundingSource),
      projects.map((p) => p.landClassChanged),
      projects.map((p) => p.measured),
      projects.map((p) => p.residentsResettled),
      projects.map((p) => p.importId),
    ],
  );
  return new Set(rows.map((row) => row.number));
}

export interface ProjectRow {
  id: string;
  number: string;
  quota: QuotaKind;
  name: string;
  owner: string;
  regionCode: string;
  acceptanceNo: string | null;
  acceptedOn: string | null;
  filingNo: string | null;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
  grade: number | null;
  fundingSource: FundingSource;
  status: string;
  landClassChanged: boolean;
  bankedAt: Date | null;
}

const columns = `
  o.id, o.number, o.quota, o.name, y.code as owner, o.region_code as "regionCode", o.acceptance_no as "acceptanceNo",
  o.accepted_on as "acceptedOn", o.filing_no as "filingNo", o.area, o.paddy, o.capacity, o.grade,
  o.funding_source as "fundingSource", o.status, o.land_class_changed as "landClassChanged", o.banked_at as "bankedAt"`;
const from = 'from origin_project o join party y on y.id = o.county_id';

/** Projects that bear one of the numbers or filing numbers. */
export async function findProjects(
  tx: Tx | ReadTx,
  numbers: readonly string[],
  filingNos: readonly string[],
): Promise<ProjectRow[]> {
  return tx.query<ProjectRow>(`select ${columns} ${from} where o.number = any($1) or o.filing_no = any($2)`, [
    numbers,
    filingNos,
  ]);
}

export async function findProjectById(tx: Tx | ReadTx, id: string): Promise<ProjectRow | null> {
  const [row] = await tx.query<ProjectRow>(`select ${columns} ${from} where o.id = $1`, [id]);
  return row ?? null;
}

/** A page in order of project numbers; `after` is the last number seen. Answers one more row than `limit`. */
export async function listProjects(
  tx: ReadTx,
  filter: { owner?: string | undefined; quota?: string | undefined; after: string | null; limit: number },
): Promise<ProjectRow[]> {
  return tx.query<ProjectRow>(
    `select ${columns} ${from}
     where ($1::text is null or y.code = $1) and ($2::text is null or o.quota = $2) and ($3::text is null or o.number > $3)
     order by o.number limit $4`,
    [filter.owner ?? null, filter.quota ?? null, filter.after, filter.limit + 1],
  );
}
