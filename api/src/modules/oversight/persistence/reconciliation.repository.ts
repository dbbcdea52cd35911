import { v7 as uuidv7 } from 'uuid';
import { cursorText, type Keyset } from '../../../kernel/keyset.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { LedgerMoney } from '../domain/bank.js';
import type { Breach, Depth, Report } from '../domain/check.js';

export interface ReconciliationRow {
  id: string;
  depth: Depth;
  state: 'waiting' | 'running' | 'done' | 'failed';
  startedAt: Date;
  finishedAt: Date | null;
  marketAt: Date;
  ok: boolean | null;
  checked: Record<string, number>;
  findings: number;
  digest: Buffer | null;
  done: number;
  total: number;
  cursorAt: string;
}

const columns = `id, depth, state, started_at as "startedAt", finished_at as "finishedAt", market_at as "marketAt", ok,
  checked, findings, digest, done, total, ${cursorText('started_at')} as "cursorAt"`;

/** Each run's times are wall-clock ones, since runs are about our own processes; `market_at` says what the market read. */
export async function insertReconciliation(
  tx: Tx,
  row: { id: string; depth: Depth; personId: string | null },
): Promise<void> {
  await tx.query(
    `insert into reconciliation (id, depth, by_person_id, started_at, market_at)
     values ($1, $2, $3, clock_timestamp(), app_now()) on conflict do nothing`,
    [row.id, row.depth, row.personId],
  );
}

/** Lets the one who asked follow the run under `job:<id>`. */
export async function insertProgress(tx: Tx, id: string, partyId: string | null): Promise<void> {
  await tx.query(
    `insert into job_progress (id, kind, party_id, state) values ($1, 'reconciliation', $2, 'waiting')`,
    [id, partyId],
  );
}

export async function findReconciliation(tx: Tx | ReadTx, id: string): Promise<ReconciliationRow | null> {
  const [row] = await tx.query<ReconciliationRow>(`select ${columns} from reconciliation where id = $1`, [
    id,
  ]);
  return row ?? null;
}

/** Whether the last full run is so old that the next minute's run should be one. */
export async function isFullRunDue(tx: Tx, everyMinutes: number): Promise<boolean> {
  const recent = await tx.query(
    `select 1 from reconciliation
     where depth = 'full' and started_at > clock_timestamp() - make_interval(mins => $1) limit 1`,
    [everyMinutes],
  );
  return recent.length === 0;
}

export async function markRunning(tx: Tx, id: string): Promise<void> {
  await tx.query(
    `update reconciliation set state = 'running', started_at = clock_timestamp(), market_at = app_now() where id = $1`,
    [id],
  );
}

export async function storeReport(tx: Tx, id: string, report: Report, digest: Buffer): Promise<void> {
  await tx.query(
    `update reconciliation set state = 'done', finished_at = clock_timestamp(), ok = $2, checked = $3, findings = $4,
       digest = $5, done = total where id = $1`,
    [id, report.ok, JSON.stringify(report.checked), report.findings.length, digest],
  );
  await tx.query(`update job_progress set state = 'done', updated_at = clock_timestamp() where id = $1`, [
    id,
  ]);
}

/** The minute's runs say the same again and again: of those without findings the last hour's are kept. */
export async function pruneShortRuns(tx: Tx): Promise<void> {
  await tx.query(
    `delete from reconciliation where depth = 'short' and ok and started_at < clock_timestamp() - interval '1 hour'`,
  );
}

/**
 * Opens what is found for the first time, to its owner with a deadline; a finding that stands stays one row.
 * Answers the fresh ones.
 */
export async function openFindings(
  tx: Tx,
  reconciliationId: string,
  breaches: readonly (Breach & { ownerCode: string })[],
  dueAt: Date,
): Promise<{ id: string; code: string; subject: string }[]> {
  return tx.query(
    `insert into finding (id, reconciliation_id, code, subject, expected, actual, owner_party_id, due_at, found_at)
     select b.id, $2, b.code, b.subject, b.expected, b.actual, p.id, $3, app_now()
     from (select distinct on (code, subject) * from jsonb_to_recordset($1::jsonb)
             as r (id uuid, code text, subject text, expected text, actual text, owner text)) b
     left join party p on p.code = b.owner
     on conflict (code, subject) where closed_at is null do nothing
     returning id, code, subject`,
    [
      JSON.stringify(
        breaches.map(({ ownerCode, ...breach }) => ({ id: uuidv7(), owner: ownerCode, ...breach })),
      ),
      reconciliationId,
      dueAt,
    ],
  );
}

/** Closes what was looked for again and is no longer there. */
export async function closeFindings(
  tx: Tx,
  codes: readonly string[],
  breaches: readonly Breach[],
  outcome: string,
): Promise<void> {
  await tx.query(
    `update finding f set closed_at = app_now(), outcome = $4
     where f.closed_at is null and f.code = any($1)
       and not exists (select from unnest($2::text[], $3::text[]) as b (code, subject)
                       where (b.code, b.subject) = (f.code, f.subject))`,
    [codes, breaches.map((breach) => breach.code), breaches.map((breach) => breach.subject), outcome],
  );
}

export async function listReconciliations(
  tx: ReadTx,
  limit: number,
  after: Keyset | null,
): Promise<ReconciliationRow[]> {
  return tx.query<ReconciliationRow>(
    `select ${columns} from reconciliation
     where $2::timestamptz is null or (started_at, id) < ($2::timestamptz, $3::uuid)
     order by started_at desc, id desc limit $1`,
    [limit + 1, after?.at ?? null, after?.id ?? null],
  );
}

export async function lastReconciliation(tx: ReadTx): Promise<ReconciliationRow | null> {
  const [row] = await tx.query<ReconciliationRow>(
    `select ${columns} from reconciliation where state = 'done' order by started_at desc limit 1`,
  );
  return row ?? null;
}

/** What the ledger says the bank holds, and how much is on its way there or back. */
export async function ledgerMoney(tx: ReadTx): Promise<LedgerMoney> {
  const [row] = await tx.query<LedgerMoney>(
    `select
       (select coalesce(-sum(balance), 0)::bigint from account where asset = 'CNY' and bucket = 'external') as held,
       (select count(*)::int from payment where state in ('submitted', 'unknown'))
         + (select count(*)::int from refund where state in ('requested', 'submitted', 'unknown'))
         + (select count(*)::int from payout where state in ('released', 'submitted', 'unknown')) as "underWay"`,
  );
  return row ?? { held: 0n, underWay: 0 };
}
