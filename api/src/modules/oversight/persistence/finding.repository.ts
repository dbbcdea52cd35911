import { cursorText, type Keyset } from '../../../kernel/keyset.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';

export interface FindingRow {
  id: string;
  code: string;
  subject: string;
  expected: string;
  actual: string;
  ownerCode: string | null;
  ownerZh: string | null;
  ownerEn: string | null;
  dueAt: Date | null;
  foundAt: Date;
  closedAt: Date | null;
  outcome: string | null;
  /** Lots and parties that it holds frozen. */
  frozen: string[];
  cursorAt: string;
}

const columns = `f.id, f.code, f.subject, f.expected, f.actual, p.code as "ownerCode", p.name_zh as "ownerZh",
  p.name_en as "ownerEn", f.due_at as "dueAt", f.found_at as "foundAt", f.closed_at as "closedAt", f.outcome,
  array(select coalesce(l.number, h.code) from quota_freeze q join party h on h.id = q.party_id left join lot l on l.id = q.lot_id
        where q.finding_id = f.id and q.lifted_at is null order by 1 limit 20) as frozen,
  ${cursorText('f.found_at')} as "cursorAt"`;
const from = 'from finding f left join party p on p.id = f.owner_party_id';
const states = { open: 'f.closed_at is null', closed: 'f.closed_at is not null', all: 'true' } as const;

export async function listFindings(
  tx: ReadTx,
  state: keyof typeof states,
  limit: number,
  after: Keyset | null,
): Promise<FindingRow[]> {
  return tx.query<FindingRow>(
    `select ${columns} ${from}
     where ${states[state]} and ($2::timestamptz is null or (f.found_at, f.id) < ($2::timestamptz, $3::uuid))
     order by f.found_at desc, f.id desc limit $1`,
    [limit + 1, after?.at ?? null, after?.id ?? null],
  );
}

/** What stood when a run ended: found by then and not closed before it began. */
export async function findingsOf(
  tx: ReadTx,
  run: { marketAt: Date; finishedAt: Date | null; id: string },
  limit: number,
): Promise<FindingRow[]> {
  if (run.finishedAt === null) return [];
  return tx.query<FindingRow>(
    `select ${columns} ${from}
     where f.reconciliation_id = $1 or (f.found_at <= $2 and (f.closed_at is null or f.closed_at > $2))
     order by f.code, f.subject limit $3`,
    [run.id, run.marketAt, limit],
  );
}

export async function countOpenFindings(tx: ReadTx): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    'select count(*)::int as n from finding where closed_at is null',
  );
  return row?.n ?? 0;
}
