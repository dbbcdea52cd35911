import { StripeError } from '../domain/stripe-error.js';
import type { Fault } from '../testing/fault-switches.js';
import { errorAnswer } from './answer-command.js';
import type { Answer } from './call.js';
import { keyInUse } from './idempotency.js';

/** The 500 of a fault switch. Stripe keeps a 500 under its key and tells the client not to ask again. */
export function injected500(saved: boolean): StripeError {
  const message =
    'An unknown error occurred (put there by a fault switch). Look the object up before you try again: ' +
    (saved ? 'the same idempotency key will bring this same answer.' : 'nothing was done.');
  return new StripeError(500, { type: 'api_error', message }, saved ? { saved, shouldRetry: false } : {});
}

/** The answers of faults that happen before any work: nothing is done, nothing saved. */
export function refusalOf(fault: Fault, idempotencyKey: string | null): Answer | undefined {
  if (fault.kind === '409') return errorAnswer(keyInUse(idempotencyKey ?? 'put there by a fault switch'));
  if (fault.kind !== '429') return undefined;
  return errorAnswer(
    new StripeError(429, {
      type: 'invalid_request_error',
      code: 'rate_limit',
      message:
        'Too many requests hit the API too quickly. We recommend an exponential backoff of your requests.',
    }),
  );
}
