import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** Throws `oversight.already-decided` when it has been revoked before. */
export async function revokeCertificate(tx: Tx, tradeId: string, reason: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `update certificate set status = 'revoked', revoked_at = app_now(), revoke_reason = $2
     where trade_id = $1 and status = 'valid' returning id`,
    [tradeId, reason],
  );
  if (!row) throw new Refusal('oversight.already-decided');
  return row.id;
}

/** The buyer's lots of a trade, in id order, which is the order of their locks. */
export async function findBoughtLots(tx: Tx, tradeId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'select new_lot_id as id from trade_item where trade_id = $1 and new_lot_id is not null order by 1',
    [tradeId],
  );
  return rows.map(({ id }) => id);
}
