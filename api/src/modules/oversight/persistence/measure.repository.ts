import type { measure, measureInput } from '@muheng/contracts/measures';
import type { z } from 'zod';
import { cursorText, type Keyset } from '../../../kernel/keyset.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

type View = z.output<typeof measure>;
export type MeasureAct = z.output<typeof measureInput>;
export type SubjectType = View['subjectType'];
export type MeasureOutcome = NonNullable<View['outcome']>;

export interface MeasureSubject {
  type: SubjectType;
  id: string;
  label: string;
  partyId: string;
  regionCode: string;
}

export interface MeasureRow {
  id: string;
  kind: View['kind'];
  subjectType: SubjectType;
  subjectId: string;
  subject: string;
  partyCode: string;
  partyZh: string;
  partyEn: string;
  regionCode: string;
  act: MeasureAct;
  reason: string;
  documentNo: string | null;
  proposedBy: string;
  proposedName: string | null;
  proposedAt: Date;
  outcome: MeasureOutcome | null;
  decidedName: string | null;
  decidedAt: Date | null;
  decisionReason: string | null;
  cursorAt: string;
}

const subjectSql = {
  party: `select id, code || ' ' || name_zh as label, id as "partyId", region_code as "regionCode" from party where code = $1`,
  lot: `select l.id, l.number as label, l.owner_id as "partyId", p.region_code as "regionCode"
    from lot l join party p on p.id = l.owner_id where l.id = $1::uuid`,
  freeze: `select f.id, coalesce((select number from lot where id = f.lot_id), p.code || ' ' || p.name_zh) as label,
      f.party_id as "partyId", f.region_code as "regionCode"
    from quota_freeze f join party p on p.id = f.party_id where f.id = $1::uuid`,
  listing: `select id, concat_ws(' ', number, title) as label, seller_id as "partyId", region_code as "regionCode"
    from listing where id = $1::uuid and notice_at is not null`,
  trade: `select id, number as label, seller_id as "partyId", region_code as "regionCode" from trade where id = $1::uuid`,
} as const satisfies Record<SubjectType, string>;

/** The thing that a measure is about, by its id or, for a party, its code; null when there is none. */
export async function findSubject(tx: Tx, type: SubjectType, key: string): Promise<MeasureSubject | null> {
  const [row] = await tx.query<Omit<MeasureSubject, 'type'>>(subjectSql[type], [key]);
  return row ? { type, ...row } : null;
}

export async function insertMeasure(
  tx: Tx,
  row: { id: string; subject: MeasureSubject; act: MeasureAct; documentNo: string | null; personId: string },
): Promise<void> {
  const { id, subject, act, documentNo, personId } = row;
  await tx.query(
    `insert into measure (id, kind, subject_type, subject_id, subject, party_id, region_code, act, reason, document_no,
       proposed_by, proposed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11, app_now())`,
    [
      id,
      act.kind,
      subject.type,
      subject.id,
      subject.label,
      subject.partyId,
      subject.regionCode,
      JSON.stringify(act),
      act.reason,
      documentNo,
      personId,
    ],
  );
}

const select = `select m.id, m.kind, m.subject_type as "subjectType", m.subject_id as "subjectId", m.subject,
    p.code as "partyCode", p.name_zh as "partyZh", p.name_en as "partyEn", m.region_code as "regionCode", m.act, m.reason,
    m.document_no as "documentNo", m.proposed_by as "proposedBy", a.display_name as "proposedName",
    m.proposed_at as "proposedAt", m.outcome, d.display_name as "decidedName", m.decided_at as "decidedAt",
    m.decision_reason as "decisionReason", ${cursorText('m.proposed_at')} as "cursorAt"
  from measure m join party p on p.id = m.party_id left join person a on a.id = m.proposed_by
  left join person d on d.id = m.decided_by`;

export async function findMeasure(tx: Tx, id: string): Promise<MeasureRow | null> {
  const [row] = await tx.query<MeasureRow>(`${select} where m.id = $1`, [id]);
  return row ?? null;
}

/** The measure under its row lock: the last of the locks, after everything that it is about. */
export async function lockMeasure(tx: Tx, id: string): Promise<MeasureRow | null> {
  await tx.query('select 1 from measure where id = $1 for update', [id]);
  return findMeasure(tx, id);
}

const states = { open: 'm.outcome is null', decided: 'm.outcome is not null', all: 'true' } as const;

/** Newest first, of the regions that the reader watches. */
export async function listMeasures(
  tx: ReadTx,
  state: keyof typeof states,
  limit: number,
  after: Keyset | null,
): Promise<MeasureRow[]> {
  return tx.query<MeasureRow>(
    `${select} where ${states[state]}
       and ($2::timestamptz is null or (m.proposed_at, m.id) < ($2::timestamptz, $3::uuid))
     order by m.proposed_at desc, m.id desc limit $1`,
    [limit + 1, after?.at ?? null, after?.id ?? null],
  );
}

export async function storeDecision(
  tx: Tx,
  id: string,
  decision: { outcome: MeasureOutcome; personId: string; reason: string },
): Promise<void> {
  await tx.query(
    `update measure set outcome = $2, decided_by = $3, decided_at = app_now(), decision_reason = $4 where id = $1`,
    [id, decision.outcome, decision.personId, decision.reason],
  );
}
