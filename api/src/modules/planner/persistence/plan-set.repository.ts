import type { planSet } from '@muheng/contracts/planner';
import type { z } from 'zod';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export type PlanSetWire = z.input<typeof planSet>;

export async function insertPlanSet(
  tx: Tx,
  row: { result: PlanSetWire; partyId: string; input: object; byPersonId: string },
): Promise<void> {
  await tx.query(
    `insert into plan_set (id, party_id, region_code, need_id, quota, input, result, by_person_id, made_at)
     select $1, y.id, y.region_code, $3, $4, $5::jsonb, $6::jsonb, $7, $8 from party y where y.id = $2`,
    [
      row.result.id,
      row.partyId,
      row.result.needId,
      row.result.quota,
      JSON.stringify(row.input),
      JSON.stringify(row.result),
      row.byPersonId,
      row.result.madeAt,
    ],
  );
}

/** A plan that the reader may see; null where there is none. */
export async function findPlanSet(tx: Tx | ReadTx, id: string): Promise<PlanSetWire | null> {
  const [row] = await tx.query<{ result: PlanSetWire }>('select result from plan_set where id = $1', [id]);
  return row?.result ?? null;
}

/** One of the party's own, in a transaction that sees the market. */
export async function findOwnPlanSet(tx: Tx, id: string, partyId: string): Promise<PlanSetWire | null> {
  const [row] = await tx.query<{ result: PlanSetWire }>(
    'select result from plan_set where id = $1 and party_id = $2',
    [id, partyId],
  );
  return row?.result ?? null;
}
