import type { PaymentState } from './payment-states.js';

/** What the provider says of a payment, in our words. */
export interface PaymentAnswer {
  /** Null when the provider refused before it made anything. */
  providerId: string | null;
  state: 'submitted' | 'succeeded' | 'failed' | 'canceled';
  /** 分 that really came. */
  received: bigint;
  instructions: TransferInstructions | null;
  failureCode: string | null;
}

export interface TransferInstructions {
  bankName: string;
  accountName: string;
  accountNumber: string;
  reference: string;
  amountCny: string;
}

export type PaymentVerdict =
  | { change: 'none' }
  | { change: 'submitted' | 'failed' | 'canceled' | 'succeeded' }
  /** The provider calls it paid, yet with another amount than was due: a person must look. */
  | { change: 'mismatch' };

/**
 * What an answer changes. Answers may come twice, late and in any order (webhooks): a final state never changes
 * again, so whoever comes first decides and everyone after finds nothing to do.
 */
export function judgePayment(state: PaymentState, due: bigint, answer: PaymentAnswer): PaymentVerdict {
  if (state !== 'submitted' && state !== 'unknown') return { change: 'none' };
  if (answer.state === 'succeeded') return { change: answer.received === due ? 'succeeded' : 'mismatch' };
  if (answer.state === 'submitted' && state === 'submitted') return { change: 'none' };
  return { change: answer.state };
}
