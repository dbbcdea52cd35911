/** The four kinds of error that Stripe's API names (reliability §1.2). */
export type StripeErrorType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';

export interface StripeErrorBody {
  readonly type: StripeErrorType;
  readonly message: string;
  readonly code?: string;
  readonly decline_code?: string;
  readonly param?: string;
  readonly charge?: string;
  readonly payment_intent?: unknown;
  readonly payment_method?: unknown;
  readonly advice_code?: string;
}

interface Handling {
  /** Whether the answer is kept under the idempotency key: only when execution had begun. */
  readonly saved?: boolean;
  /** Whether what was written before it was thrown stays: a decline leaves a failed charge behind. */
  readonly keepsWrites?: boolean;
  /** What the answer tells the official client about trying again; absent lets the client decide. */
  readonly shouldRetry?: boolean;
}

/** An answer that is no success. Everything that a caller can cause is one of these. */
export class StripeError extends Error {
  readonly saved: boolean;
  readonly keepsWrites: boolean;
  readonly shouldRetry: boolean | undefined;

  constructor(
    readonly status: number,
    readonly body: StripeErrorBody,
    handling: Handling = {},
  ) {
    super(body.message);
    this.saved = handling.saved ?? false;
    this.keepsWrites = handling.keepsWrites ?? false;
    this.shouldRetry = handling.shouldRetry;
  }
}

/** The parameters are wrong: nothing ran, nothing is saved under the key. */
export function invalidParameter(code: string | undefined, message: string, param?: string): StripeError {
  return new StripeError(400, {
    type: 'invalid_request_error',
    message,
    ...(code === undefined ? {} : { code }),
    ...(param === undefined ? {} : { param }),
  });
}

/** The request was well formed, but the object's state forbids it: the answer is saved under the key. */
export function refused(code: string, message: string, extra: Partial<StripeErrorBody> = {}): StripeError {
  return new StripeError(400, { type: 'invalid_request_error', code, message, ...extra }, { saved: true });
}

const noSuch = (what: string, id: string, param: string): StripeErrorBody => ({
  type: 'invalid_request_error',
  code: 'resource_missing',
  message: `No such ${what}: '${id}'`,
  param,
});

/** The id in the address names nothing. `what` is Stripe's word: `payment_intent`, `customer`. */
export function missing(what: string, id: string, param = 'id'): StripeError {
  return new StripeError(404, noSuch(what, id, param), { saved: true });
}

/** A parameter names an object that is not there: as good as a wrong parameter, so nothing is saved. */
export function missingParameter(what: string, id: string, param: string): StripeError {
  return new StripeError(400, noSuch(what, id, param));
}

/** Something of ours is broken; nothing was committed. */
export function internalError(): StripeError {
  return new StripeError(500, {
    type: 'api_error',
    message: 'An unknown error occurred. Nothing was changed; the same request may be sent again.',
  });
}

/** Another request holds the rows that this one needs. The client is told to come again. */
export function lockTimeout(): StripeError {
  const message =
    'This object cannot be accessed right now because another API request is accessing it. ' +
    'If you see this error intermittently, retry the request.';
  return new StripeError(
    429,
    { type: 'invalid_request_error', code: 'lock_timeout', message },
    { shouldRetry: true },
  );
}
