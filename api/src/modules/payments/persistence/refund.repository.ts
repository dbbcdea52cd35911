import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { RefundState } from '../domain/payment-states.js';
import { addRefunded } from './payment.repository.js';

export interface RefundRow {
  id: string;
  paymentId: string;
  partyId: string;
  /** 分. */
  amount: bigint;
  reason: string;
  state: RefundState;
  providerId: string | null;
  attempt: number;
  keySpent: boolean;
}

const columns = `id, payment_id as "paymentId", party_id as "partyId", amount, reason, state, provider_id as "providerId",
  attempt, key_spent as "keySpent"`;

export async function lockRefund(tx: Tx, id: string): Promise<RefundRow | null> {
  const [row] = await tx.query<RefundRow>(`select ${columns} from refund where id = $1 for no key update`, [
    id,
  ]);
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
  await addRefunded(tx, refund.paymentId, refund.amount);
}

export async function findRefundById(tx: Tx | ReadTx, id: string): Promise<RefundRow | null> {
  const [row] = await tx.query<RefundRow>(`select ${columns} from refund where id = $1`, [id]);
  return row ?? null;
}

export async function storeRefundState(
  tx: Tx,
  id: string,
  state: RefundState,
  answer: { providerId: string | null; failureCode: string | null } = { providerId: null, failureCode: null },
): Promise<void> {
  await tx.query(
    `update refund set state = $2, provider_id = coalesce(provider_id, $3), failure_code = $4,
       checked_at = clock_timestamp(), resolved_at = case when $2 in ('succeeded', 'failed') then coalesce(resolved_at, app_now()) end
     where id = $1`,
    [id, state, answer.providerId, answer.failureCode],
  );
}
