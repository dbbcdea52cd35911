import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** What is sent to the provider under a key that carries the number of the try. */
export type Sent = 'payment' | 'refund' | 'payout';

/** The provider has kept a 500 under the key of this try: it will bring nothing else any more. */
export async function spendKey(tx: Tx, table: Sent, id: string, attempt: number): Promise<void> {
  await tx.query(`update ${table} set key_spent = true where id = $1 and attempt = $2`, [id, attempt]);
}

/**
 * The number of the next try, after a look-up has found nothing of the one before. Null when somebody else has taken
 * it, or the row has come to know more meanwhile: of many who look at once, one sends.
 */
export async function nextAttempt(tx: Tx, table: Sent, id: string, seen: number): Promise<number | null> {
  const [row] = await tx.query<{ attempt: number }>(
    `update ${table} set attempt = attempt + 1, key_spent = false
     where id = $1 and attempt = $2 and key_spent and state in ('requested', 'unknown') returning attempt`,
    [id, seen],
  );
  return row?.attempt ?? null;
}
