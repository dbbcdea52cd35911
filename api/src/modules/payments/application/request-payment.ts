import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { PaymentKind, PaymentSubject } from '../domain/payment-states.js';
import { findLivePayment, insertPayment } from '../persistence/payment.repository.js';

export interface PaymentRequest {
  kind: PaymentKind;
  subjectType: PaymentSubject;
  subjectId: string;
  /** Which part of a debt that is paid in parts. */
  part?: number;
  /** Who owes it. */
  partyId: string;
  /** 分, above zero. */
  amount: bigint;
}

/**
 * Asks a party for money, inside the caller's transaction, and answers the payment's id. Nothing is sent to the
 * provider before the party has chosen how to pay (`POST /payments/:id/confirmation`). A subject has one live
 * payment of a kind: asking again answers the one that is there. When the money has come, the job
 * `payment.succeeded` tells the subject's module; `payment.failed` when it will not come by this payment.
 */
export async function requestPayment(tx: Tx, request: PaymentRequest): Promise<string> {
  const part = request.part ?? 0;
  const live = await findLivePayment(tx, request.subjectType, request.subjectId, request.kind, part);
  if (live) return live.id;
  const id = uuidv7();
  await insertPayment(tx, { ...request, part, id });
  tx.audit('payment', id, { kind: request.kind, subject: request.subjectId });
  return id;
}
