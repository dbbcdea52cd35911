import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** The region's list of key projects (domain §9). */
export interface KeyProjectRow {
  code: string;
  name: string;
  level: 'national-key' | 'regional-key' | 'livelihood';
  documentNo: string;
  listedAt: Date;
  removedAt: Date | null;
}

const columns = `code, name, level, document_no as "documentNo", listed_at as "listedAt", removed_at as "removedAt"`;

export async function saveKeyProject(
  tx: Tx,
  row: Omit<KeyProjectRow, 'listedAt' | 'removedAt'> & { byPersonId: string },
): Promise<void> {
  await tx.query(
    `insert into key_project (code, name, level, document_no, by_person_id, listed_at) values ($1, $2, $3, $4, $5, app_now())
     on conflict (code) do update set name = excluded.name, level = excluded.level, document_no = excluded.document_no,
       by_person_id = excluded.by_person_id, listed_at = excluded.listed_at, removed_at = null`,
    [row.code, row.name, row.level, row.documentNo, row.byPersonId],
  );
}

export async function removeKeyProject(tx: Tx, code: string): Promise<boolean> {
  const rows = await tx.query(
    'update key_project set removed_at = app_now() where code = $1 and removed_at is null returning 1',
    [code],
  );
  return rows.length > 0;
}

export async function listKeyProjects(tx: Tx | ReadTx): Promise<KeyProjectRow[]> {
  return tx.query<KeyProjectRow>(
    `select ${columns} from key_project order by removed_at nulls first, code limit 500`,
  );
}

/** Whether the project is on the list now, at this level. */
export async function isKeyProject(tx: Tx | ReadTx, code: string, level: string): Promise<boolean> {
  const rows = await tx.query(
    'select 1 from key_project where code = $1 and level = $2 and removed_at is null',
    [code, level],
  );
  return rows.length > 0;
}

/** A need has a key category only by the list (domain §9): open needs of the project follow what the list says now. */
export async function confirmNeedsByList(tx: Tx, code: string): Promise<void> {
  await tx.query(
    `update need n set region_confirmed = true from key_project k
     where k.code = $1 and k.removed_at is null and n.project_code = k.code and n.category = k.level and n.status = 'open'`,
    [code],
  );
}
