import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { nextAttempt } from './backoff.js';
import { liveSecrets, rollSecret, signatureHeader } from './secrets.js';

const now = new Date();
const verifier = new Stripe('sk_test_unused');

describe('signing', () => {
  it('is verified by the official client with any live secret', () => {
    const body = '{"id":"evt_1","object":"event"}';
    const header = signatureHeader(body, ['whsec_new', 'whsec_old'], now);
    for (const secret of ['whsec_new', 'whsec_old']) {
      expect(verifier.webhooks.constructEvent(body, header, secret).id).toBe('evt_1');
    }
    expect(() => verifier.webhooks.constructEvent(body, header, 'whsec_other')).toThrow();
  });

  it('goes on with a rolled secret for as long as was said', () => {
    const rolled = rollSecret([{ secret: 'a', expires: null }], 'b', now, 60);
    expect(liveSecrets(rolled, now)).toEqual(['b', 'a']);
    expect(liveSecrets(rolled, new Date(now.getTime() + 61_000))).toEqual(['b']);
    expect(liveSecrets(rollSecret(rolled, 'c', now, 0), now)).toEqual(['c', 'a']);
  });
});

describe('trying again', () => {
  it('begins within five seconds, slows down, and ends after three days', () => {
    const wait = (attempts: number) => (nextAttempt(attempts, now, now)?.getTime() ?? 0) - now.getTime();
    expect([1, 2, 3, 30].map(wait)).toEqual([1_000, 2_000, 4_000, 3_600_000]);
    expect(nextAttempt(50, new Date(now.getTime() - 3 * 24 * 3_600_000), now)).toBeNull();
  });
});
