import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { LedgerMark } from './checks/fresh.checks.js';
import type { Query } from './screens.js';

/** The mark that this snapshot may build on; null where there is none, or where a restored copy has gone back behind it. */
export async function readMark(query: Query): Promise<LedgerMark | null> {
  const [row] = await query(
    `select snapshot::text as snapshot from ledger_mark
     where pg_snapshot_xmax(snapshot) <= pg_snapshot_xmax(pg_current_snapshot())`,
  );
  return row ? { snapshot: String(row['snapshot']) } : null;
}

/** What a run saw, to become the mark when its books agreed. */
export interface SeenLedger extends LedgerMark {
  accounts: string[];
  balances: string[];
}

export async function seeLedger(query: Query): Promise<SeenLedger> {
  const [row] = await query(
    `select pg_current_snapshot()::text as snapshot, coalesce(array_agg(id::text order by id), '{}') as accounts,
       coalesce(array_agg(balance::text order by id), '{}') as balances from account`,
  );
  return row as unknown as SeenLedger;
}

/** Replaces the mark, unless a run that saw more has done so already. */
export async function storeMark(tx: Tx, reconciliationId: string, seen: SeenLedger): Promise<void> {
  const moved = await tx.query(
    `insert into ledger_mark (snapshot, reconciliation_id, taken_at) values ($1::pg_snapshot, $2, clock_timestamp())
     on conflict (only_row) do update set snapshot = excluded.snapshot,
       reconciliation_id = excluded.reconciliation_id, taken_at = excluded.taken_at
     where pg_snapshot_xmax(ledger_mark.snapshot) <= pg_snapshot_xmax(excluded.snapshot)
       or pg_snapshot_xmax(ledger_mark.snapshot) > pg_snapshot_xmax(pg_current_snapshot())
     returning 1`,
    [seen.snapshot, reconciliationId],
  );
  if (moved.length === 0) return;
  await tx.query(
    `insert into ledger_mark_balance as m (account_id, balance)
     select * from unnest($1::bigint[], $2::bigint[])
     on conflict (account_id) do update set balance = excluded.balance where m.balance <> excluded.balance`,
    [seen.accounts, seen.balances],
  );
}

export async function hasMark(tx: Tx): Promise<boolean> {
  return (await tx.query('select 1 from ledger_mark')).length > 0;
}
