import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { findPaidParts } from '../persistence/payment.repository.js';
import { requestRefund } from './request-refund.js';

/** A trade that ends before its price is whole: the parts that have come go back to the buyer. Safe to repeat. */
export async function refundParts(tx: Tx, tradeId: string): Promise<void> {
  for (const paymentId of await findPaidParts(tx, tradeId)) {
    await requestRefund(tx, { paymentId, reason: 'trade-ended' });
  }
}
