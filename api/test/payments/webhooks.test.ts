import fc from 'fast-check';
import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onStage } from '../settlement/on-stage.js';
import { startTestApp, type TestApp } from '../support/app.js';

const current = 'whsec_current00000000000000000000';
const retiring = 'whsec_retiring0000000000000000000';
const retired = 'whsec_retired00000000000000000000';
const signer = new Stripe('sk_test_unused');

const on = onStage({
  prepare: () => {
    process.env['STRIPE_WEBHOOK_SECRET'] = `${current},${retiring}`;
  },
});
let test: TestApp;

beforeAll(async () => {
  test = await startTestApp(on.database);
});
afterAll(() => test.close());

interface Notice {
  id: string;
  type: string;
  data: { object: object };
}
const body = (notice: Notice): string => JSON.stringify({ object: 'event', ...notice });
const now = (): number => Math.floor(Date.now() / 1000);

const post = (payload: string, options: { secret?: string; at?: number; sign?: string } = {}) =>
  test.http
    .post('/api/v1/webhooks/stripe')
    .set('content-type', 'application/json')
    .set(
      'stripe-signature',
      signer.webhooks.generateTestHeaderString({
        payload: options.sign ?? payload,
        secret: options.secret ?? current,
        timestamp: options.at ?? now(),
      }),
    )
    .send(payload);
const eventCount = async (): Promise<number> => (await on.stage.sql('select 1 from provider_event')).length;

describe('the door for the provider’s notices', () => {
  const notice = { id: 'evt_door', type: 'payment_intent.succeeded', data: { object: { id: 'pi_none' } } };

  it('refuses what is forged, altered, old, from the future or signed with a retired secret, and stores nothing', async () => {
    const payload = body(notice);
    const altered = payload.replace('pi_none', 'pi_nome');
    const refused = [
      await post(payload, { secret: 'whsec_forged0000000000000000000' }),
      await post(payload, { secret: retired }),
      await post(altered, { sign: payload }),
      await post(payload, { at: now() - 301 }),
      await post(payload, { at: now() + 90 }),
      await test.http.post('/api/v1/webhooks/stripe').send(notice),
    ];
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400]);
    expect(refused.map((response) => (response.body as { code: string }).code)).toEqual([
      'payment.bad-signature',
      'payment.bad-signature',
      'payment.bad-signature',
      'payment.bad-signature',
      'payment.stale-notice',
      'payment.bad-signature',
    ]);
    expect(await eventCount()).toBe(0);
    const { text } = await test.http.get('/metrics');
    expect(text).toMatch(/muheng_refused_webhooks_total\{code="payment.bad-signature"\} 5/);
  });

  it('takes either secret while one is being retired, and an event once', async () => {
    await post(body(notice)).expect(200);
    await post(body(notice), { secret: retiring }).expect(200);
    await post(body({ ...notice, type: 'payout.paid' })).expect(200);
    expect(await on.stage.sql('select id, type from provider_event')).toEqual([
      { id: 'evt_door', type: notice.type },
    ]);
  });
});

/** How notices may arrive: which of them, how often, in which order, and whether any is lost for good. */
const deliveries = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 10 });
const runs = process.env['LONG'] === '1' ? 2_000 : 12;

describe('notices that repeat, overtake each other or never come', () => {
  it('leave one final state, equal to the undisturbed one', async () => {
    let serial = 0;
    await fc.assert(
      fc.asyncProperty(deliveries, async (order) => {
        serial += 1;
        const id = await on.stage.payDeposit('640106', crypto.randomUUID(), 100_00n, 'pm_card_visa');
        const notices = ['created', 'processing', 'succeeded', 'payment_failed'].map((type) => ({
          id: `evt_${serial}_${type}`,
          type: `payment_intent.${type}`,
          data: { object: { id: 'pi_whatever', metadata: { payment_id: id } } },
        }));
        for (const index of order) {
          const notice = notices[index];
          if (notice) await post(body(notice)).expect(200);
          if (index === 0) await on.stage.drain();
        }
        await on.stage.age();
        await on.stage.drain();
        const [payment] = await on.stage.sql('select state from payment where id = $1', [id]);
        expect(payment).toEqual({ state: 'succeeded' });
        expect(await on.stage.sql('select 1 from entry where subject_id = $1', [id])).toHaveLength(1);
      }),
      { numRuns: runs },
    );
  });
});
