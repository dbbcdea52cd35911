import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';

export interface CheckpointRow {
  size: bigint;
  root: Buffer;
  at: Date;
  note: string;
}

/** Signed checkpoints, the largest first; of a size that was signed twice the later one. */
export const listCheckpoints = (tx: ReadTx, limit: number, before: number | null): Promise<CheckpointRow[]> =>
  tx.query<CheckpointRow>(
    `select distinct on (size) size, root, at, note from audit_checkpoint
     where $2::bigint is null or size < $2 order by size desc, at desc limit $1`,
    [limit, before],
  );

export interface AuditEntryRow {
  position: bigint;
  at: Date;
  actor: string | null;
  partyCode: string | null;
  partyZh: string | null;
  partyEn: string | null;
  action: string;
  outcome: 'done' | 'refused' | 'failed';
  code: string | null;
  subjectType: string;
  subjectId: string;
  detail: Record<string, unknown>;
}

export interface EntryFilter {
  /** Region-code prefix of those who acted; what nobody's party did belongs to the whole region. */
  scope: string;
  before: number | null;
  outcome: string | null;
  action: string | null;
  subjectId: string | null;
  limit: number;
}

/** Whoever reports is known to those who answer, and to nobody who reads the log. */
const told = `a.action <> 'oversight.report'`;

/** Entries by position, newest first. The log has no row-level security: the scope is part of the question. */
export const listAuditEntries = (tx: ReadTx, filter: EntryFilter): Promise<AuditEntryRow[]> =>
  tx.query<AuditEntryRow>(
    `select l.position, a.at, case when ${told} then w.display_name end as actor,
       case when ${told} then p.code end as "partyCode", p.name_zh as "partyZh", p.name_en as "partyEn", a.action, a.outcome, a.code, a.subject_type as "subjectType",
       a.subject_id as "subjectId", a.detail
     from audit_leaf l join audit a on a.id = l.audit_id and a.at = l.audit_at
     left join party p on p.id = a.party_id left join person w on w.id = a.actor_id
     where (p.region_code like $2 || '%' or (p.id is null and $2 = '64'))
       and ($3::bigint is null or l.position < $3) and ($4::text is null or a.outcome = $4)
       and ($5::text is null or starts_with(a.action, $5)) and ($6::text is null or a.subject_id = $6)
     order by l.position desc limit $1`,
    [filter.limit, filter.scope, filter.before, filter.outcome, filter.action, filter.subjectId],
  );
