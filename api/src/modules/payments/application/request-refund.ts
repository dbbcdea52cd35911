import { v7 as uuidv7 } from 'uuid';
import type { PaymentKind } from '../domain/payment-states.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { lockPayments } from '../persistence/payment.repository.js';
import { findRefundsFor, insertRefunds, type NewRefund } from '../persistence/refund.repository.js';
import { type MoneyMove, moveMoney } from './move-money.js';

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

/** As `requestRefunds`, of one. */
export async function requestRefund(tx: Tx, request: RefundRequest): Promise<string | null> {
  const refunds = await requestRefunds(tx, [request]);
  return refunds.get(request.paymentId) ?? null;
}

/**
 * Gives deposits back, or parts of a price that will not be paid in full, inside the caller's transaction: the money
 * leaves `deposit-held`, or `escrow`, for `gateway-clearing` now and reaches the party's bank when the provider says
 * so. Each payment is named once. Answers the refund of each, by payment; none where there is nothing to give back
 * (never paid, applied to a price, refunded before). Asking twice for one reason answers the first.
 */
export async function requestRefunds(
  tx: Tx,
  requests: readonly RefundRequest[],
): Promise<ReadonlyMap<string, string>> {
  if (requests.length === 0) return new Map();
  const payments = await lockPayments(
    tx,
    requests.map(({ paymentId }) => paymentId),
  );
  const refunds = new Map(await findRefundsFor(tx, requests));
  const byPayment = new Map(requests.map((request) => [request.paymentId, request]));
  const fresh: NewRefund[] = [];
  const moves: MoneyMove[] = [];
  for (const payment of payments) {
    const request = byPayment.get(payment.id);
    if (!request || refunds.has(payment.id)) continue;
    if (!refundable.has(payment.kind) || payment.state !== 'succeeded') continue;
    const left = payment.amount - payment.refunded - payment.applied;
    const amount = request.amount ?? left;
    if (amount <= 0n || amount > left) continue;
    const { reason, dueAt = null } = request;
    const refund = { id: uuidv7(), paymentId: payment.id, amount, reason, dueAt };
    fresh.push(refund);
    refunds.set(payment.id, refund.id);
    moves.push({
      kind: 'refund',
      subjectType: 'refund',
      subjectId: refund.id,
      partyId: payment.partyId,
      amount,
      from: bucketOf(payment.kind),
      to: 'gateway-clearing',
    });
    tx.publish('refund.submit', { subjectId: refund.id });
    tx.audit('refund', refund.id, { payment: payment.id, reason });
  }
  if (fresh.length > 0) {
    await insertRefunds(tx, fresh);
    await moveMoney(tx, ...moves);
  }
  return refunds;
}
