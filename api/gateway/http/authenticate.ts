import { createHash, timingSafeEqual } from 'node:crypto';
import { StripeError } from '../domain/stripe-error.js';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

function keyOf(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const [scheme, value] = header.split(' ', 2);
  if (value === undefined) return undefined;
  if (scheme?.toLowerCase() === 'bearer') return value;
  if (scheme?.toLowerCase() !== 'basic') return undefined;
  // curl -u sk_test_…: — the key is the user, the password is empty.
  return Buffer.from(value, 'base64').toString('utf8').split(':', 1)[0];
}

/** @throws StripeError 401 unless the header carries the gateway's secret key */
export function authenticate(header: string | undefined, key: string): void {
  const given = keyOf(header);
  if (given !== undefined && timingSafeEqual(digest(given), digest(key))) return;
  const shown = given === undefined ? '' : `: ${given.slice(0, 8)}${'*'.repeat(8)}${given.slice(-4)}`;
  const message =
    given === undefined
      ? 'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.'
      : `Invalid API Key provided${shown}`;
  throw new StripeError(401, { type: 'invalid_request_error', message });
}
