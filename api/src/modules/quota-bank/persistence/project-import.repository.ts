import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** One fault of one cell, as kept: its sentence is made when it is shown, in the language of the reader. */
export interface StoredFault {
  row: number;
  column: string;
  code: string;
  params: Record<string, string>;
}

export interface ImportRow {
  id: string;
  party: string;
  fileName: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  rows: number | null;
  rowsDone: number;
  banked: number;
  unchanged: number;
  rejected: StoredFault[];
  rejectedRows: number;
  area: bigint;
  failureCode: string | null;
  createdAt: Date;
  finishedAt: Date | null;
}

const columns = `
  i.id, y.code as party, i.file_name as "fileName", j.state, i.rows, i.rows_done as "rowsDone", i.banked, i.unchanged,
  i.rejected, i.rejected_rows as "rejectedRows", i.area, i.failure_code as "failureCode", i.created_at as "createdAt",
  i.finished_at as "finishedAt"`;
const from = 'from project_import i join party y on y.id = i.party_id join job_progress j on j.id = i.id';

export async function insertImport(
  tx: Tx,
  upload: {
    id: string;
    partyId: string;
    byPersonId: string;
    fileName: string;
    sha256: Buffer;
    content: Buffer;
  },
): Promise<void> {
  await tx.query(
    `insert into project_import (id, party_id, region_code, by_person_id, file_name, sha256, content, created_at)
     select $1, y.id, y.region_code, $3, $4, $5, $6, app_now() from party y where y.id = $2`,
    [upload.id, upload.partyId, upload.byPersonId, upload.fileName, upload.sha256, upload.content],
  );
  await tx.query(
    `insert into job_progress (id, kind, party_id, state) values ($1, 'project-import', $2, 'waiting')`,
    [upload.id, upload.partyId],
  );
}

export async function findImport(tx: Tx | ReadTx, id: string): Promise<ImportRow | null> {
  const [row] = await tx.query<ImportRow>(`select ${columns} ${from} where i.id = $1`, [id]);
  return row ?? null;
}

/** The file itself, with the market time of its upload. */
export async function findImportFile(
  tx: Tx | ReadTx,
  id: string,
): Promise<{ content: Buffer; createdAt: Date } | null> {
  const [row] = await tx.query<{ content: Buffer; createdAt: Date }>(
    'select content, created_at as "createdAt" from project_import where id = $1',
    [id],
  );
  return row ?? null;
}

/** How far the import has come, under its row lock, so that of two runs only one banks a part. */
export async function lockImport(
  tx: Tx,
  id: string,
): Promise<{ rowsDone: number; isFinished: boolean } | null> {
  const [row] = await tx.query<{ rowsDone: number; isFinished: boolean }>(
    `select rows_done as "rowsDone", finished_at is not null as "isFinished" from project_import where id = $1 for update`,
    [id],
  );
  return row ?? null;
}

export interface ImportPart {
  rows: number;
  rowsDone: number;
  banked: number;
  unchanged: number;
  rejected: readonly StoredFault[];
  rejectedRows: number;
  area: bigint;
  isLast: boolean;
}

/** Adds what one part did to the import and to its progress. */
export async function addImportPart(tx: Tx, id: string, part: ImportPart): Promise<void> {
  await tx.query(
    `update project_import set rows = $2, rows_done = $3, banked = banked + $4, unchanged = unchanged + $5,
       rejected = rejected || $6::jsonb, rejected_rows = rejected_rows + $7, area = area + $8,
       finished_at = case when $9 then app_now() end
     where id = $1`,
    [
      id,
      part.rows,
      part.rowsDone,
      part.banked,
      part.unchanged,
      JSON.stringify(part.rejected),
      part.rejectedRows,
      part.area.toString(),
      part.isLast,
    ],
  );
  await saveProgress(tx, id, part.isLast ? 'done' : 'running', part.rowsDone, part.rows);
}

/** The whole file is turned back; its faults stand at the header, row 1. */
export async function failImport(
  tx: Tx,
  id: string,
  failureCode: string,
  rejected: readonly StoredFault[],
): Promise<void> {
  await tx.query(
    `update project_import set failure_code = $2, rejected = $3::jsonb, rows = 0, finished_at = app_now() where id = $1`,
    [id, failureCode, JSON.stringify(rejected)],
  );
  await saveProgress(tx, id, 'failed', 0, 0);
}

async function saveProgress(tx: Tx, id: string, state: string, done: number, total: number): Promise<void> {
  await tx.query(
    `update job_progress set state = $2, done = $3, total = $4, updated_at = clock_timestamp() where id = $1`,
    [id, state, done, total],
  );
}

/** A page, newest first: ids are time-ordered. Answers one more row than `limit`. */
export async function listImports(
  tx: ReadTx,
  { after, limit }: { after: string | null; limit: number },
): Promise<ImportRow[]> {
  return tx.query<ImportRow>(
    `select ${columns} ${from} where $1::uuid is null or i.id < $1 order by i.id desc limit $2`,
    [after, limit + 1],
  );
}

/** Ends an import where it stands. */
export async function cancelImport(tx: Tx, id: string): Promise<void> {
  await tx.query('update project_import set finished_at = app_now() where id = $1', [id]);
  await tx.query(
    `update job_progress set state = 'cancelled', updated_at = clock_timestamp() where id = $1`,
    [id],
  );
}
