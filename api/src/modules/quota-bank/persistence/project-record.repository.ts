import { type Quantities, zeroQuantities } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { AcceptedBy, ProjectStatus } from '../domain/project-lifecycle.js';
import { type QuantityColumns, quantitiesOf } from './quantity-columns.js';

/** What stands behind a project: its steps, documents and parcels (domain §5 "Quota record", §7). */

export interface ProjectStandingRow {
  acceptedBy: AcceptedBy;
  location: string | null;
  regime: string;
  countyId: string;
}

export async function findStanding(tx: Tx | ReadTx, projectId: string): Promise<ProjectStandingRow | null> {
  const [row] = await tx.query<ProjectStandingRow>(
    `select accepted_by as "acceptedBy", location, regime, county_id as "countyId" from origin_project where id = $1`,
    [projectId],
  );
  return row ?? null;
}

/** Locks the project's row: of two steps at once the second judges by what the first left. */
export async function lockProject(tx: Tx, projectId: string): Promise<void> {
  await tx.query('select from origin_project where id = $1 for update', [projectId]);
}

export interface NewFiling {
  id: string;
  number: string;
  quota: string;
  name: string;
  location: string;
  countyId: string;
  quantities: Quantities;
  grade: number | null;
  fundingSource: string;
}

export async function insertFiling(tx: Tx, filing: NewFiling): Promise<void> {
  const { area, paddy, capacity } = filing.quantities;
  await tx.query(
    `insert into origin_project (id, number, quota, name, location, county_id, region_code, area, paddy, capacity, grade,
       funding_source, status, land_class_changed, measured, residents_resettled, created_at)
     select $1, $2, $3, $4, $5, y.id, y.region_code, $7, $8, $9, $10, $11, 'filed', false, false, false, app_now()
     from party y where y.id = $6`,
    [
      ...[filing.id, filing.number, filing.quota, filing.name, filing.location, filing.countyId],
      ...[area, paddy, capacity, filing.grade, filing.fundingSource],
    ],
  );
}

export interface ProjectChange {
  status: ProjectStatus;
  acceptedBy: AcceptedBy;
  figure: Quantities;
  acceptanceNo: string | null;
  acceptedOn: string | null;
  filingNo: string | null;
}

/** Saves what a step left. A filing number that another project bears is refused by the unique index. */
export async function saveProject(tx: Tx, id: string, change: ProjectChange): Promise<void> {
  await tx.query(
    `update origin_project set status = $2, accepted_by = $3, area = $4, paddy = $5, capacity = $6,
       acceptance_no = coalesce($7, acceptance_no), accepted_on = coalesce($8::date, accepted_on),
       filing_no = coalesce($9, filing_no), measured = measured or $3::text is not distinct from 'region',
       residents_resettled = residents_resettled or $2 = 'demolition-accepted',
       land_class_changed = land_class_changed or $2 = 'banked',
       banked_at = case when $2 = 'banked' then app_now() end
     where id = $1`,
    [
      ...[
        id,
        change.status,
        change.acceptedBy,
        change.figure.area,
        change.figure.paddy,
        change.figure.capacity,
      ],
      ...[change.acceptanceNo, change.acceptedOn, change.filingNo],
    ],
  );
}

export interface StepRow {
  step: string;
  status: string;
  figure: Quantities | null;
  cut: Quantities;
  reason: string | null;
  documentNo: string | null;
  party: string;
  at: Date;
}

export async function insertProjectStep(
  tx: Tx,
  step: Omit<StepRow, 'party' | 'at' | 'figure'> & {
    id: string;
    projectId: string;
    figure: Quantities;
    byPartyId: string;
    byPersonId: string;
  },
): Promise<void> {
  const { figure, cut } = step;
  await tx.query(
    `insert into project_step (id, project_id, step, status, area, paddy, capacity, cut_area, cut_paddy, cut_capacity, reason,
       document_no, by_party_id, by_person_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, app_now())`,
    [
      ...[step.id, step.projectId, step.step, step.status, figure.area, figure.paddy, figure.capacity],
      ...[cut.area, cut.paddy, cut.capacity, step.reason, step.documentNo, step.byPartyId, step.byPersonId],
    ],
  );
}

export async function findSteps(tx: Tx | ReadTx, projectId: string): Promise<StepRow[]> {
  const rows = await tx.query<
    Omit<StepRow, 'figure' | 'cut'> & { [K in keyof QuantityColumns]: bigint | null } & Record<
        'ca' | 'cp' | 'cc',
        bigint
      >
  >(
    `select s.step, s.status, s.area, s.paddy, s.capacity, s.cut_area as ca, s.cut_paddy as cp, s.cut_capacity as cc,
       s.reason, s.document_no as "documentNo", y.code as party, s.at
     from project_step s join party y on y.id = s.by_party_id where s.project_id = $1 order by s.at, s.id`,
    [projectId],
  );
  return rows.map(({ area, paddy, capacity, ca, cp, cc, ...row }) => ({
    ...row,
    figure:
      area === null || paddy === null || capacity === null ? null : quantitiesOf({ area, paddy, capacity }),
    cut: quantitiesOf({ area: ca, paddy: cp, capacity: cc }) ?? zeroQuantities,
  }));
}

export interface DocumentRow {
  id: string;
  kind: string;
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  party: string;
  at: Date;
}

const documentColumns = `d.id, d.kind, d.file_name as "fileName", d.media_type as "mediaType",
  octet_length(d.content) as bytes, encode(d.sha256, 'hex') as sha256, y.code as party, d.at`;

/** Adds a document; the same bytes as the same kind of evidence are kept once. */
export async function insertDocument(
  tx: Tx,
  document: {
    id: string;
    projectId: string;
    kind: string;
    fileName: string;
    mediaType: string;
    sha256: Buffer;
    content: Buffer;
    byPartyId: string;
    byPersonId: string;
  },
): Promise<void> {
  await tx.query(
    `insert into project_document (id, project_id, kind, file_name, media_type, sha256, content, by_party_id, by_person_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, app_now()) on conflict (project_id, kind, sha256) do nothing`,
    [
      ...[document.id, document.projectId, document.kind, document.fileName, document.mediaType],
      ...[document.sha256, document.content, document.byPartyId, document.byPersonId],
    ],
  );
}

export async function findDocuments(tx: Tx | ReadTx, projectId: string): Promise<DocumentRow[]> {
  return tx.query<DocumentRow>(
    `select ${documentColumns} from project_document d join party y on y.id = d.by_party_id
     where d.project_id = $1 order by d.at, d.id`,
    [projectId],
  );
}

export async function findDocumentFile(
  tx: ReadTx,
  projectId: string,
  id: string,
): Promise<(DocumentRow & { content: Buffer }) | null> {
  const [row] = await tx.query<DocumentRow & { content: Buffer }>(
    `select ${documentColumns}, d.content from project_document d join party y on y.id = d.by_party_id
     where d.project_id = $1 and d.id = $2`,
    [projectId, id],
  );
  return row ?? null;
}

export interface ParcelRow {
  code: string;
  mapSheet: string | null;
  patchNo: string | null;
  landClass: string;
  area: bigint;
}

/** Adds parcels; answers the codes that another project has already (or that stand here twice). */
export async function insertParcels(
  tx: Tx,
  projectId: string,
  parcels: readonly ParcelRow[],
): Promise<string[]> {
  const rows = await tx.query<{ code: string }>(
    `insert into parcel (code, project_id, map_sheet, patch_no, land_class, area)
     select t.code, $1, t.sheet, t.patch, t.class, t.area
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[]) as t (code, sheet, patch, class, area)
     on conflict do nothing returning code`,
    [
      projectId,
      parcels.map((each) => each.code),
      parcels.map((each) => each.mapSheet),
      parcels.map((each) => each.patchNo),
      parcels.map((each) => each.landClass),
      parcels.map((each) => each.area.toString()),
    ],
  );
  const done = new Set(rows.map((row) => row.code));
  return parcels.map((each) => each.code).filter((code) => !done.has(code));
}

export async function findParcels(tx: Tx | ReadTx, projectId: string): Promise<ParcelRow[]> {
  return tx.query<ParcelRow>(
    `select code, map_sheet as "mapSheet", patch_no as "patchNo", land_class as "landClass", area
     from parcel where project_id = $1 order by code`,
    [projectId],
  );
}
