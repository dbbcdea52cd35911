import { formatCny } from '@muheng/contracts/common/quantity';
import Stripe from 'stripe';
import type { PaymentAnswer, TransferInstructions } from '../domain/payment-answer.js';
import type { OutgoingAnswer } from '../domain/payment-states.js';
import type { StatementLine } from '../persistence/statement.repository.js';

/**
 * What a call to the provider came to. `refused` is a definite no: nothing happened there. `silent` is anything
 * else that is no answer: it may or may not have happened. `keySpent`: the provider has kept a 500 under the call's
 * key, so that asking again under it brings the same 500 whatever has happened.
 */
export type Answered<T> =
  | { kind: 'answer'; value: T }
  | { kind: 'refused'; code: string; providerId: string | null }
  | { kind: 'silent'; reason: string; keySpent: boolean };

/** Only this status is the provider's own last word on a key; 502 to 504 may come from something between. */
const internalError = 500;

/** Runs a call and sorts its failure. The client has already tried again, with the same key. */
export async function asking<T>(call: () => Promise<T>): Promise<Answered<T>> {
  try {
    return { kind: 'answer', value: await call() };
  } catch (error) {
    if (error instanceof Stripe.errors.StripeCardError) {
      return {
        kind: 'refused',
        code: error.decline_code ?? error.code ?? 'card_declined',
        providerId: error.payment_intent?.id ?? null,
      };
    }
    if (error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode !== 409) {
      return { kind: 'refused', code: error.code ?? 'invalid_request', providerId: null };
    }
    if (error instanceof Stripe.errors.StripeError) {
      return { kind: 'silent', reason: error.type, keySpent: error.statusCode === internalError };
    }
    throw error;
  }
}

/** The client takes a JavaScript number: exact, since no amount of ours reaches 2^53 分. */
export function stripeAmount(fen: bigint): number {
  if (fen <= 0n || fen > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError(`no amount to pay: ${fen}`);
  // eslint-disable-next-line no-restricted-syntax -- the one place where the provider's client wants a number
  return Number(fen);
}

export function fromIntent(intent: Stripe.PaymentIntent): PaymentAnswer {
  const failure = intent.last_payment_error;
  return {
    providerId: intent.id,
    state: stateOf(intent),
    received: BigInt(intent.amount_received),
    instructions: instructionsOf(intent),
    failureCode: failure?.decline_code ?? failure?.code ?? intent.cancellation_reason,
  };
}

function stateOf(intent: Stripe.PaymentIntent): PaymentAnswer['state'] {
  if (intent.status === 'succeeded') return 'succeeded';
  if (intent.status === 'canceled') return 'canceled';
  // We confirm in the same call that creates, so a payment that wants another method has been declined.
  return intent.status === 'requires_payment_method' ? 'failed' : 'submitted';
}

/** Where to transfer to. Providers name the account by country: `cn_account`, `zengin`, `iban`, … */
function instructionsOf(intent: Stripe.PaymentIntent): TransferInstructions | null {
  const shown = intent.next_action?.display_bank_transfer_instructions;
  const address: unknown = shown?.financial_addresses?.[0];
  if (!shown || typeof address !== 'object' || address === null) return null;
  const type: unknown = Reflect.get(address, 'type');
  const account: unknown = Reflect.get(address, String(type));
  if (typeof account !== 'object' || account === null) return null;
  const text = (field: string): string => String(Reflect.get(account, field) ?? '');
  return {
    bankName: text('bank_name'),
    accountName: text('account_holder_name'),
    accountNumber: text('account_number'),
    reference: shown.reference ?? '',
    amountCny: formatCny(BigInt(shown.amount_remaining ?? intent.amount)),
  };
}

export function fromRefund(refund: Stripe.Refund): OutgoingAnswer {
  const failed = refund.status === 'failed' || refund.status === 'canceled';
  return {
    providerId: refund.id,
    state: failed ? 'failed' : refund.status === 'succeeded' ? 'succeeded' : 'submitted',
    failureCode: refund.failure_reason ?? null,
  };
}

export function fromPayout(payout: Stripe.Payout): OutgoingAnswer {
  const failed = payout.status === 'failed' || payout.status === 'canceled';
  return {
    providerId: payout.id,
    state: failed ? 'failed' : payout.status === 'paid' ? 'succeeded' : 'submitted',
    failureCode: payout.failure_code ?? null,
  };
}

/** A line of the account: what it is about is the payment, not the charge of it. */
export function fromBalanceTransaction(line: Stripe.BalanceTransaction): StatementLine {
  const { source } = line;
  const about = typeof source === 'object' && source !== null ? source : null;
  const payment = about?.object === 'charge' ? about.payment_intent : null;
  const charged = typeof payment === 'string' ? payment : payment?.id;
  return {
    id: line.id,
    kind: line.type,
    amount: BigInt(line.amount),
    objectId: charged ?? about?.id ?? (typeof source === 'string' ? source : line.id),
    occurredAt: new Date(line.created * 1000),
  };
}
