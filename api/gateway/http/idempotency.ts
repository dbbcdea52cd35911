import { createHash } from 'node:crypto';
import type { Statement } from '../database/table.js';
import { StripeError, invalidParameter } from '../domain/stripe-error.js';
import { canonical, type GivenObject } from './form-body.js';

const HOURS_KEPT = 24;

/** An answer kept under its key (reliability §1.2: status and body, errors included). */
export interface SavedAnswer {
  readonly key: string;
  readonly created: Date;
  readonly method: string;
  readonly path: string;
  readonly fingerprint: string;
  readonly request: string;
  readonly status: number;
  readonly body: string;
}

/** What a request says about itself, to be compared with the one that used its key first. */
export interface KeyedRequest {
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly fingerprint: string;
}

/** @throws StripeError 400 for a key over 255 characters */
export function keyedRequest(key: string, method: string, path: string, params: GivenObject): KeyedRequest {
  if (key.length > 255) {
    throw invalidParameter(undefined, 'Idempotency keys can have up to 255 characters.', 'Idempotency-Key');
  }
  return {
    key,
    method,
    path,
    fingerprint: createHash('sha256').update(canonical(params)).digest('base64url'),
  };
}

/** The moment before which a kept answer counts for nothing. */
export function expiry(now: Date): Date {
  return new Date(now.getTime() - HOURS_KEPT * 3_600_000);
}

export const findAnswer = (key: string): Statement => ({
  name: 'idempotency.find',
  text: 'SELECT * FROM gateway.idempotency WHERE key = $1',
  values: [key],
});

export const forgetAnswer = (key: string): Statement => ({
  name: 'idempotency.forget',
  text: 'DELETE FROM gateway.idempotency WHERE key = $1',
  values: [key],
});

/** Fails on a key that another process has just used, and takes the whole transaction with it. */
export const saveAnswer = (answer: SavedAnswer): Statement => ({
  name: 'idempotency.save',
  text: `INSERT INTO gateway.idempotency (key, created, method, path, fingerprint, request, status, body)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
  values: [
    answer.key,
    answer.created,
    answer.method,
    answer.path,
    answer.fingerprint,
    answer.request,
    answer.status,
    answer.body,
  ],
});

export const pruneAnswers = (now: Date): Statement => ({
  name: 'idempotency.prune',
  text: 'DELETE FROM gateway.idempotency WHERE created < $1',
  values: [expiry(now)],
});

/** @throws StripeError 400 `idempotency_error` when the key was first used for something else */
export function assertSameRequest(saved: SavedAnswer, request: KeyedRequest): void {
  const advice = `Try using a key other than '${request.key}' if you meant to execute a different request.`;
  if (saved.method !== request.method || saved.path !== request.path) {
    throw new StripeError(400, {
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${request.path}' vs '${saved.path}'). ${advice}`,
    });
  }
  if (saved.fingerprint !== request.fingerprint) {
    throw new StripeError(400, {
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. ${advice}`,
    });
  }
}

/** Another request with this key is being worked on: nothing is saved, the caller may come again. */
export function keyInUse(key: string): StripeError {
  return new StripeError(409, {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message: `There is currently another in-progress request using this idempotency key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
  });
}

/** The keys that this process is working on. Another process is stopped by the table's primary key. */
export class KeysInFlight {
  private readonly keys = new Set<string>();

  /** @throws StripeError 409 when the key is taken */
  claim(key: string): () => void {
    if (this.keys.has(key)) throw keyInUse(key);
    this.keys.add(key);
    return () => this.keys.delete(key);
  }
}
