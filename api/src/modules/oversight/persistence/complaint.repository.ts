import type { complaintSubjects } from '@muheng/contracts/complaints';
import { validate as isUuid } from 'uuid';
import { cursorText, type Keyset } from '../../../kernel/keyset.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

type SubjectType = (typeof complaintSubjects)[number];
type Outcome = 'upheld' | 'dismissed' | 'answered';

export interface NewComplaint {
  id: string;
  kind: 'objection' | 'report';
  receipt: string;
  subjectType: SubjectType;
  subjectId: string;
  regionCode: string;
  partyId: string | null;
  personId: string | null;
  contact: string | null;
  body: string;
  level: number;
  owner: string;
  dueAt: Date;
}

export async function insertComplaint(tx: Tx, row: NewComplaint): Promise<void> {
  await tx.query(
    `insert into complaint (id, kind, receipt, subject_type, subject_id, region_code, filed_by_party, filed_by_person,
       contact, body, level, owner_party_id, filed_at, due_at)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, p.id, app_now(), $13 from party p where p.code = $12`,
    [
      row.id,
      row.kind,
      row.receipt,
      row.subjectType,
      row.subjectId,
      row.regionCode,
      row.partyId,
      row.personId,
      row.contact,
      row.body,
      row.level,
      row.owner,
      row.dueAt,
    ],
  );
}

export interface ComplaintRow {
  id: string;
  kind: 'objection' | 'report';
  receipt: string;
  subjectType: SubjectType;
  subjectId: string;
  subject: string | null;
  filedByCode: string | null;
  filedByZh: string | null;
  filedByEn: string | null;
  body: string;
  contact: string | null;
  level: number;
  filedByPerson: string | null;
  ownerId: string;
  ownerCode: string;
  ownerZh: string;
  ownerEn: string;
  filedAt: Date;
  dueAt: Date;
  outcome: Outcome | null;
  answer: string | null;
  decidedAt: Date | null;
  cursorAt: string;
}

const columns = `c.id, c.kind, c.receipt, c.subject_type as "subjectType", c.subject_id as "subjectId",
  case c.subject_type when 'listing' then (select concat_ws(' ', l.number, l.title) from listing l where l.id = c.subject_id)
    when 'trade' then (select t.number from trade t where t.id = c.subject_id)
    else (select o.number from lot o where o.id = c.subject_id) end as subject,
  f.code as "filedByCode", f.name_zh as "filedByZh", f.name_en as "filedByEn", c.body, c.contact, c.level,
  c.filed_by_person as "filedByPerson",
  c.owner_party_id as "ownerId", o.code as "ownerCode", o.name_zh as "ownerZh", o.name_en as "ownerEn",
  c.filed_at as "filedAt", c.due_at as "dueAt", c.outcome, c.answer, c.decided_at as "decidedAt",
  ${cursorText('c.filed_at')} as "cursorAt"`;
const from =
  'from complaint c join party o on o.id = c.owner_party_id left join party f on f.id = c.filed_by_party';
const states = { open: 'c.decided_at is null', decided: 'c.decided_at is not null', all: 'true' } as const;

/** Who reads: an organisation's objections are its people's; what somebody reported is not their colleagues' to know. */
export interface ComplaintReader {
  personId: string;
  partyId: string | null;
  watches: boolean;
}

/** What the reader may see: its own, and those of the region that it watches. */
export async function listComplaints(
  tx: ReadTx,
  { personId, partyId, watches }: ComplaintReader,
  state: keyof typeof states,
  limit: number,
  after: Keyset | null,
): Promise<ComplaintRow[]> {
  return tx.query<ComplaintRow>(
    `select ${columns} ${from}
     where ${states[state]} and ($2::timestamptz is null or (c.filed_at, c.id) < ($2::timestamptz, $3::uuid))
       and (c.kind = 'objection' or $4 or c.owner_party_id = $5 or c.filed_by_person = $6)
     order by c.filed_at desc, c.id desc limit $1`,
    [limit + 1, after?.at ?? null, after?.id ?? null, watches, partyId, personId],
  );
}

export async function findComplaint(
  tx: Tx | ReadTx,
  by: { id: string } | { receipt: string },
): Promise<ComplaintRow | null> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['receipt', by.receipt];
  const [row] = await tx.query<ComplaintRow>(`select ${columns} ${from} where c.${column} = $1`, [value]);
  return row ?? null;
}

export async function lockComplaint(tx: Tx, id: string): Promise<ComplaintRow | null> {
  const locked = await tx.query('select 1 from complaint where id = $1 for update', [id]);
  return locked.length === 0 ? null : findComplaint(tx, { id });
}

export async function storeOutcome(
  tx: Tx,
  id: string,
  outcome: Outcome,
  answer: string,
  personId: string,
): Promise<void> {
  await tx.query(
    'update complaint set outcome = $2, answer = $3, decided_by = $4, decided_at = app_now() where id = $1',
    [id, outcome, answer, personId],
  );
}

/** What a party has objected to this trade before. */
export async function objectionsBy(
  tx: Tx,
  tradeId: string,
  partyId: string,
): Promise<{ outcome: Outcome | null; level: number }[]> {
  return tx.query(
    `select outcome, level from complaint where kind = 'objection' and subject_id = $1 and filed_by_party = $2`,
    [tradeId, partyId],
  );
}

/** Objections to a trade that nobody has decided. */
export async function openObjections(tx: Tx, tradeId: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from complaint where kind = 'objection' and subject_id = $1 and decided_at is null`,
    [tradeId],
  );
  return row?.n ?? 0;
}

/** A public thing by its id or its number, with the region in which it lies; null when the public knows none. */
export async function findSubject(
  tx: Tx,
  type: SubjectType,
  idOrNumber: string,
): Promise<{ id: string; regionCode: string } | null> {
  const known = {
    listing: 'select l.id, l.region_code as "regionCode" from listing l where l.notice_at is not null',
    lot: 'select l.id, y.region_code as "regionCode" from lot l join party y on y.id = l.owner_id where true',
    trade: 'select l.id, l.region_code as "regionCode" from trade l where l.published_at is not null',
  } as const;
  const column = isUuid(idOrNumber) ? 'id' : 'number';
  const [row] = await tx.query<{ id: string; regionCode: string }>(`${known[type]} and l.${column} = $1`, [
    idOrNumber,
  ]);
  return row ?? null;
}
