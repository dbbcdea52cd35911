import { v7 as uuidv7 } from 'uuid';
import { cursorText, type Keyset } from '../../../kernel/keyset.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface AlertRow {
  id: string;
  code: string;
  severity: 'high' | 'medium' | 'low';
  subjectType: string;
  subjectId: string;
  subject: string | null;
  partyCode: string | null;
  partyZh: string | null;
  partyEn: string | null;
  regionCode: string;
  evidence: Record<string, unknown>;
  raisedAt: Date;
  dueAt: Date | null;
  decision: string | null;
  decidedAt: Date | null;
  cursorAt: string;
}

export interface NewAlert {
  code: string;
  severity: AlertRow['severity'];
  subjectType: string;
  subjectId: string;
  partyId: string | null;
  regionCode: string;
  evidence: Record<string, unknown>;
  dueAt?: Date | null;
}

/** Raises alerts in one statement; one that still stands for its subject is not raised again. */
export async function insertAlerts(tx: Tx, alerts: readonly NewAlert[]): Promise<void> {
  if (alerts.length === 0) return;
  await tx.query(
    `insert into alert (id, code, severity, subject_type, subject_id, party_id, region_code, evidence, raised_at, due_at)
     select a.id, a.code, a.severity, a.subject_type, a.subject_id, a.party_id, a.region_code, a.evidence, app_now(), a.due_at
     from jsonb_to_recordset($1::jsonb) as a (id uuid, code text, severity text, subject_type text, subject_id uuid,
       party_id uuid, region_code text, evidence jsonb, due_at timestamptz)
     on conflict do nothing`,
    [
      JSON.stringify(
        alerts.map((each) => ({
          id: uuidv7(),
          code: each.code,
          severity: each.severity,
          subject_type: each.subjectType,
          subject_id: each.subjectId,
          party_id: each.partyId,
          region_code: each.regionCode,
          evidence: each.evidence,
          due_at: each.dueAt ?? null,
        })),
      ),
    ],
  );
}

const columns = `a.id, a.code, a.severity, a.subject_type as "subjectType", a.subject_id as "subjectId",
  nullif(case a.subject_type when 'listing' then concat_ws(' ', l.number, l.title)
    when 'trade' then concat_ws(' ', t.number, l.title) when 'lot' then o.number
    when 'project' then concat_ws(' ', op.number, op.name) end, '') as subject,
  p.code as "partyCode", p.name_zh as "partyZh", p.name_en as "partyEn", a.region_code as "regionCode", a.evidence,
  a.raised_at as "raisedAt", a.due_at as "dueAt", a.decision, a.decided_at as "decidedAt",
  ${cursorText('a.raised_at')} as "cursorAt"`;

const from = `from alert a left join party p on p.id = a.party_id
  left join trade t on a.subject_type = 'trade' and t.id = a.subject_id
  left join listing l on l.id = case a.subject_type when 'listing' then a.subject_id else t.listing_id end
  left join lot o on a.subject_type = 'lot' and o.id = a.subject_id
  left join origin_project op on a.subject_type = 'project' and op.id = a.subject_id`;

const states = { open: 'a.decided_at is null', decided: 'a.decided_at is not null', all: 'true' } as const;

/** Alerts that the reader may see, newest first. */
export async function listAlerts(
  tx: ReadTx,
  state: keyof typeof states,
  limit: number,
  after: Keyset | null,
): Promise<AlertRow[]> {
  return tx.query<AlertRow>(
    `select ${columns} ${from}
     where ${states[state]} and ($2::timestamptz is null or (a.raised_at, a.id) < ($2::timestamptz, $3::uuid))
     order by a.raised_at desc, a.id desc limit $1`,
    [limit + 1, after?.at ?? null, after?.id ?? null],
  );
}

/** Open alerts of a region-code prefix, the most urgent first. */
export async function urgentAlerts(tx: ReadTx, scope: string, limit: number): Promise<AlertRow[]> {
  return tx.query<AlertRow>(
    `select ${columns} ${from}
     where a.decided_at is null and a.region_code like $1 || '%'
     order by a.due_at nulls last, array_position(array['high', 'medium', 'low'], a.severity), a.id limit $2`,
    [scope, limit],
  );
}

export async function findAlert(tx: Tx | ReadTx, id: string): Promise<AlertRow | null> {
  const [row] = await tx.query<AlertRow>(`select ${columns} ${from} where a.id = $1`, [id]);
  return row ?? null;
}

/** Locks the alert until the end of the transaction; null when there is none. */
export async function lockAlert(tx: Tx, id: string): Promise<AlertRow | null> {
  const locked = await tx.query('select 1 from alert where id = $1 for update', [id]);
  return locked.length === 0 ? null : findAlert(tx, id);
}

export async function storeDecision(
  tx: Tx,
  id: string,
  decision: string,
  reason: string,
  personId: string,
): Promise<void> {
  await tx.query(
    'update alert set decision = $2, reason = $3, decided_by = $4, decided_at = app_now() where id = $1',
    [id, decision, reason, personId],
  );
}
