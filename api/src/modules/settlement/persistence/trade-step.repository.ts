import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** Writes a recovery point. The primary key (trade, step) makes a step that is done twice fail as a whole. */
export async function insertStep(tx: Tx, tradeId: string, step: string, detail: object = {}): Promise<void> {
  await insertSteps(tx, step, [tradeId], [detail]);
}

/** The same recovery point of many trades. */
export async function insertSteps(
  tx: Tx,
  step: string,
  tradeIds: readonly string[],
  details: readonly object[] = [],
): Promise<void> {
  if (tradeIds.length === 0) return;
  await tx.query(
    `insert into trade_step (trade_id, step, at, detail)
     select t.id, $1, app_now(), t.detail::jsonb from unnest($2::uuid[], $3::text[]) as t (id, detail)`,
    [step, tradeIds, tradeIds.map((_, i) => JSON.stringify(details[i] ?? {}))],
  );
}

/** Which of some trades have passed a recovery point. */
export async function stepsAmong(
  tx: Tx | ReadTx,
  step: string,
  tradeIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>(
    'select trade_id as id from trade_step where trade_id = any($1) and step = $2',
    [tradeIds, step],
  );
  return new Set(rows.map(({ id }) => id));
}
