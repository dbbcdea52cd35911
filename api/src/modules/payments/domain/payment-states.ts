/** unknown: the provider may or may not have heard us; only a look-up or a webhook tells (architecture §8). */
export type PaymentState = 'requested' | 'submitted' | 'unknown' | 'succeeded' | 'failed' | 'canceled';
export type PaymentKind = 'deposit' | 'balance' | 'late-charge' | 'compensation';
export type PaymentSubject = 'registration' | 'trade' | 'wallet' | 'instalment';
export type RefundState = 'requested' | 'submitted' | 'unknown' | 'succeeded' | 'failed';
export type PayoutState =
  | 'waiting'
  | 'prepared'
  | 'released'
  | 'submitted'
  | 'unknown'
  | 'succeeded'
  | 'failed';

/** What the provider says of money on its way out. */
export interface OutgoingAnswer {
  providerId: string | null;
  state: 'submitted' | 'succeeded' | 'failed';
  failureCode: string | null;
}

/**
 * What an answer about a refund or payout changes. A success may still be taken back: a bank that cannot credit the
 * account returns the money days later. Nothing else leaves a final state.
 */
export function judgeOutgoing(
  state: RefundState | PayoutState,
  answer: OutgoingAnswer,
): 'none' | 'submitted' | 'succeeded' | 'failed' | 'returned' {
  if (state === 'succeeded') return answer.state === 'failed' ? 'returned' : 'none';
  if (state !== 'submitted' && state !== 'unknown') return 'none';
  return answer.state === 'submitted' && state === 'submitted' ? 'none' : answer.state;
}
