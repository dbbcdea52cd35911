import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** Whose signature a person gives: null when it is their own (they are an approver themselves). */
export async function delegatorOf(tx: Tx, personId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select d.from_person_id as id from delegation d join person p on p.id = d.to_person_id
     where d.to_person_id = $1 and d.ended_at is null and d.until_at > app_now() and not 'approver' = any(p.roles)
     order by d.from_at limit 1`,
    [personId],
  );
  return row?.id ?? null;
}
