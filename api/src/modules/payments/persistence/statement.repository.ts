import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export type StatementSource = 'provider' | 'bank';

export interface StatementLine {
  id: string;
  kind: string;
  /** 分; what comes in is above zero. */
  amount: bigint;
  /** The provider's id of what the line is about. */
  objectId: string;
  occurredAt: Date;
}

/** Keeps lines, each once by its id; answers how many were new. */
export async function insertLines(
  tx: Tx,
  source: StatementSource,
  lines: readonly StatementLine[],
): Promise<number> {
  const fresh = await tx.query(
    `insert into statement_line (source, id, kind, amount, object_id, occurred_at)
     select $1, * from unnest($2::text[], $3::text[], $4::bigint[], $5::text[], $6::timestamptz[])
     on conflict do nothing returning 1`,
    [
      source,
      lines.map(({ id }) => id),
      lines.map(({ kind }) => kind),
      lines.map(({ amount }) => amount.toString()),
      lines.map(({ objectId }) => objectId),
      lines.map(({ occurredAt }) => occurredAt),
    ],
  );
  return fresh.length;
}

export interface Reading {
  since: Date;
  through: Date;
}

/** From when to when a statement has been read in whole; null before the first reading. */
export async function findReading(tx: Tx | ReadTx, source: StatementSource): Promise<Reading | null> {
  const [row] = await tx.query<Reading>('select since, through from statement_reading where source = $1', [
    source,
  ]);
  return row ?? null;
}

/** The statement has been read in whole from `since` to `through`; readings that follow each other grow together. */
export async function storeReading(
  tx: Tx,
  source: StatementSource,
  { since, through }: Reading,
): Promise<void> {
  await tx.query(
    `insert into statement_reading (source, since, through) values ($1, $2, $3)
     on conflict (source) do update set since = least(statement_reading.since, excluded.since),
       through = greatest(statement_reading.through, excluded.through), read_at = clock_timestamp()`,
    [source, since, through],
  );
}

/** The provider's ids behind what a bank writes on its lines: our reference of a transfer, or an id of either side. */
export async function findObjects(tx: Tx, words: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ word: string; object: string }>(
    `select w.word, coalesce(
       (select provider_id from payment where instructions ->> 'reference' = w.word limit 1),
       (select provider_id from payment where id::text = w.word or provider_id = w.word limit 1),
       (select provider_id from refund where id::text = w.word or provider_id = w.word limit 1),
       (select provider_id from payout where id::text = w.word or provider_id = w.word limit 1)) as object
     from (select distinct unnest($1::text[]) as word) w`,
    [words],
  );
  return new Map(rows.flatMap(({ word, object }) => (object === null ? [] : [[word, object] as const])));
}

export interface StatementSum extends Reading {
  source: StatementSource;
  lines: number;
  /** 分. */
  incoming: bigint;
  outgoing: bigint;
}

export async function sumStatements(tx: ReadTx): Promise<StatementSum[]> {
  return tx.query<StatementSum>(
    `select r.source, r.since, r.through, count(l.id)::int as lines,
       coalesce(sum(l.amount) filter (where l.amount > 0), 0)::bigint as incoming,
       coalesce(-sum(l.amount) filter (where l.amount < 0), 0)::bigint as outgoing
     from statement_reading r left join statement_line l on l.source = r.source
     group by r.source, r.since, r.through order by r.source desc`,
  );
}
