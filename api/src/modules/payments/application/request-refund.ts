import { v7 as uuidv7 } from 'uuid';
import type { PaymentKind } from '../domain/payment-states.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { postEntries } from '../../ledger/application/journal.js';
import { lockPayment } from '../persistence/payment.repository.js';
import { findRefund, insertRefund } from '../persistence/refund.repository.js';

const refundable: ReadonlySet<PaymentKind> = new Set(['deposit', 'balance']);

/** Where the money of a payment stands until it is used. */
export const bucketOf = (kind: PaymentKind): 'deposit-held' | 'escrow' =>
  kind === 'deposit' ? 'deposit-held' : 'escrow';

export interface RefundRequest {
  paymentId: string;
  /** Why, in a word: `lost`, `withdrawn`, `late`, `listing-failed`. A payment is refunded once for a reason. */
  reason: string;
  /** 分; what is left of the deposit when absent. */
  amount?: bigint;
  /** Market time by which the policy promises it. It is sent at once all the same. */
  dueAt?: Date;
}

/**
 * Gives a deposit back, or a part of a price that will not be paid in full, inside the caller's transaction: the money
 * leaves `deposit-held`, or `escrow`, for `gateway-clearing` now
 * and reaches the party's bank when the provider says so. Answers the refund's id, or null when there is nothing to
 * give back (never paid, applied to a price, refunded before). Asking twice for one reason answers the first.
 */
export async function requestRefund(tx: Tx, request: RefundRequest): Promise<string | null> {
  const payment = await lockPayment(tx, request.paymentId);
  if (!payment || !refundable.has(payment.kind) || payment.state !== 'succeeded') return null;
  const before = await findRefund(tx, payment.id, request.reason);
  if (before) return before.id;
  const left = payment.amount - payment.refunded - payment.applied;
  const amount = request.amount ?? left;
  if (amount <= 0n || amount > left) return null;
  const id = uuidv7();
  await insertRefund(
    tx,
    { id, paymentId: payment.id, amount, reason: request.reason },
    request.dueAt ?? null,
  );
  const money = { partyId: payment.partyId, asset: 'CNY' } as const;
  await postEntries(tx, [
    {
      kind: 'refund',
      subjectType: 'refund',
      subjectId: id,
      postings: [
        { ...money, bucket: bucketOf(payment.kind), amount: -amount },
        { ...money, bucket: 'gateway-clearing', amount },
      ],
    },
  ]);
  tx.publish('refund.submit', { subjectId: id });
  tx.audit('refund', id, { payment: payment.id, reason: request.reason });
  return id;
}
