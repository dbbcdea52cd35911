import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { findPaidParts } from '../persistence/payment.repository.js';
import { requestRefunds } from './request-refund.js';

/** A trade that ends before its price is whole: the parts that have come go back to the buyer. Safe to repeat. */
export async function refundParts(tx: Tx, tradeId: string): Promise<void> {
  const parts = await findPaidParts(tx, tradeId);
  await requestRefunds(
    tx,
    parts.map((paymentId) => ({ paymentId, reason: 'trade-ended' })),
  );
}
