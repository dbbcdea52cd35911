import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export type RefundState = 'requested' | 'submitted' | 'unknown' | 'succeeded' | 'failed';

export interface RefundRow {
  id: string;
  paymentId: string;
  partyId: string;
  /** 分. */
  amount: bigint;
  reason: string;
  state: RefundState;
  providerId: string | null;
}

const columns = `id, payment_id as "paymentId", party_id as "partyId", amount, reason, state, provider_id as "providerId"`;

export async function lockRefund(tx: Tx, id: string): Promise<RefundRow | null> {
  const [row] = await tx.query<RefundRow>(`select ${columns} from refund where id = $1 for no key update`, [id]);
  return row ?? null;
}

/** The refund of a payment for a reason, unless it failed. */
export async function findRefund(tx: Tx, paymentId: string, reason: string): Promise<RefundRow | null> {
  const [row] = await tx.query<RefundRow>(
    `select ${columns} from refund where payment_id = $1 and reason = $2 and state <> 'failed'`,
    [paymentId, reason],
  );
  return row ?? null;
}

export async function insertRefund(
  tx: Tx,
  refund: Pick<RefundRow, 'id' | 'paymentId' | 'amount' | 'reason'>,
  dueAt: Date | null,
): Promise<void> {
  await tx.query(
    `insert into refund (id, payment_id, party_id, region_code, amount, reason, state, due_at, requested_at)
     select $1, p.id, p.party_id, p.region_code, $3, $4, 'requested', $5, app_now() from payment p where p.id = $2`,
    [refund.id, refund.paymentId, refund.amount.toString(), refund.reason, dueAt],
  );
  await tx.query('update payment set refunded = refunded + $2 where id = $1', [
    refund.paymentId,
    refund.amount.toString(),
  ]);
}
