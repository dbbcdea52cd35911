import { createHmac } from 'node:crypto';
import type { SigningSecret } from '../database/rows.js';
import { randomText } from '../domain/ids.js';

/** A new signing secret. */
export function newSecret(): string {
  return `whsec_${randomText(32)}`;
}

/** The secrets that sign now: the current one, and rolled ones until they end. */
export function liveSecrets(secrets: readonly SigningSecret[], now: Date): string[] {
  return secrets
    .filter(({ expires }) => expires === null || new Date(expires) > now)
    .map(({ secret }) => secret);
}

/**
 * Puts a new secret in front; the one before keeps signing beside it for a while, so that a receiver can
 * change over without losing a webhook.
 * @param seconds how long the old one goes on; 0 retires it at once
 */
export function rollSecret(
  secrets: readonly SigningSecret[],
  next: string,
  now: Date,
  seconds: number,
): readonly SigningSecret[] {
  const expires = new Date(now.getTime() + seconds * 1000).toISOString();
  const kept = secrets
    .map((secret) => ({ ...secret, expires: secret.expires ?? expires }))
    .filter((secret) => new Date(secret.expires) > now && secret.secret !== next);
  return [{ secret: next, expires: null }, ...kept];
}

/** `Stripe-Signature`: the time, and one HMAC of `time.body` for each secret (reliability §1.2). */
export function signatureHeader(body: string, secrets: readonly string[], now: Date): string {
  const time = Math.floor(now.getTime() / 1000);
  const signed = `${time}.${body}`;
  const parts = secrets.map((secret) => `v1=${createHmac('sha256', secret).update(signed).digest('hex')}`);
  return [`t=${time}`, ...parts].join(',');
}
