import { v7 as uuidv7 } from 'uuid';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface CaseNote {
  id: string;
  byName: string;
  body: string;
  at: Date;
}

export interface CaseRow {
  ownerId: string | null;
  ownerName: string | null;
  dueAt: Date | null;
  decision: string | null;
  reason: string | null;
  decidedAt: Date | null;
}

/** The file of an alert that the reader may see; null when he may not. */
export async function findCase(tx: ReadTx | Tx, alertId: string): Promise<CaseRow | null> {
  const [row] = await tx.query<CaseRow>(
    `select a.owner_person_id as "ownerId", p.display_name as "ownerName", a.due_at as "dueAt", a.decision, a.reason,
       a.decided_at as "decidedAt"
     from alert a left join person p on p.id = a.owner_person_id where a.id = $1`,
    [alertId],
  );
  return row ?? null;
}

export async function findNotes(tx: ReadTx | Tx, alertId: string): Promise<CaseNote[]> {
  return tx.query<CaseNote>(
    `select n.id, coalesce(p.display_name, '') as "byName", n.body, n.at from alert_note n
     left join person p on p.id = n.by_person_id where n.alert_id = $1 order by n.at, n.id`,
    [alertId],
  );
}

export async function addNote(tx: Tx, alertId: string, personId: string, body: string): Promise<void> {
  await tx.query(
    `insert into alert_note (id, alert_id, region_code, by_person_id, body, at)
     select $1, a.id, a.region_code, $3, $4, app_now() from alert a where a.id = $2`,
    [uuidv7(), alertId, personId, body],
  );
}

export async function takeCase(tx: Tx, alertId: string, personId: string): Promise<void> {
  await tx.query('update alert set owner_person_id = $2 where id = $1', [alertId, personId]);
}

/** Notes a patch that a satellite saw on a project's land; false when there is no such project. */
export async function insertPatch(
  tx: Tx,
  patch: { project: string; observedOn: string; source: string; area: bigint; personId: string },
): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `insert into satellite_patch (id, project_id, region_code, observed_on, source, area, reported_at, by_person_id)
     select $1, o.id, o.region_code, $3, $4, $5, app_now(), $6 from origin_project o where o.number = $2 returning id`,
    [uuidv7(), patch.project, patch.observedOn, patch.source, patch.area, patch.personId],
  );
  return row?.id ?? null;
}
