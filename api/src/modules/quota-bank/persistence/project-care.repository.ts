import type { Quantities } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { type QuantityColumns, quantitiesOf } from './quantity-columns.js';

/** Post-care of accepted projects (管护): who is responsible for how long, and each year's check (domain §14). */

export interface CareRow {
  body: string;
  fromDay: string;
  untilDay: string;
  years: number;
}

export async function saveCare(
  tx: Tx,
  projectId: string,
  { body, fromDay, years }: Omit<CareRow, 'untilDay'>,
): Promise<void> {
  await tx.query(
    `insert into project_care (project_id, body, from_day, years) values ($1, $2, $3, $4)
     on conflict (project_id) do update set body = excluded.body, from_day = excluded.from_day, years = excluded.years`,
    [projectId, body, fromDay, years],
  );
}

export async function findCare(tx: Tx | ReadTx, projectId: string): Promise<CareRow | null> {
  const [row] = await tx.query<CareRow>(
    `select body, from_day::text as "fromDay", (from_day + make_interval(years => years))::date::text as "untilDay", years
     from project_care where project_id = $1`,
    [projectId],
  );
  return row ?? null;
}

export interface CareCheckRow {
  year: number;
  passed: boolean;
  findings: string;
  documentNo: string;
  lost: Quantities;
  at: Date;
}

/** Answers false when the year was checked before. */
export async function insertCareCheck(
  tx: Tx,
  check: Omit<CareCheckRow, 'at'> & { id: string; projectId: string; byPersonId: string },
): Promise<boolean> {
  const { area, paddy, capacity } = check.lost;
  const rows = await tx.query(
    `insert into care_check (id, project_id, year, passed, findings, document_no, area, paddy, capacity, by_person_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, app_now()) on conflict (project_id, year) do nothing returning 1`,
    [
      ...[check.id, check.projectId, check.year, check.passed, check.findings, check.documentNo],
      ...[area, paddy, capacity, check.byPersonId],
    ],
  );
  return rows.length > 0;
}

export async function findCareChecks(tx: Tx | ReadTx, projectId: string): Promise<CareCheckRow[]> {
  const rows = await tx.query<Omit<CareCheckRow, 'lost'> & QuantityColumns>(
    `select year, passed, findings, document_no as "documentNo", area, paddy, capacity, at
     from care_check where project_id = $1 order by year`,
    [projectId],
  );
  return rows.map(({ area, paddy, capacity, ...row }) => ({
    ...row,
    lost: quantitiesOf({ area, paddy, capacity }),
  }));
}
