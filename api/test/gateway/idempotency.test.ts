import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import type Stripe from 'stripe';
import { type GatewayProcess, startGateway } from './gateway-process.js';

let gateway: GatewayProcess;
let stripe: Stripe;
beforeAll(async () => {
  gateway = await startGateway();
  stripe = gateway.client();
});
afterAll(() => gateway.stop());

const order = { amount: 100, currency: 'cny', payment_method: 'pm_card_visa', confirm: true } as const;
const pay = (idempotencyKey: string, more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create({ ...order, ...more }, { idempotencyKey });
const intents = async () => (await stripe.paymentIntents.list({ limit: 100 })).data.length;

describe('idempotency keys', () => {
  it('give the same status and body again', async () => {
    const before = await intents();
    const first = await pay('same');
    const second = await pay('same');
    expect(second).toEqual(first);
    expect(second.lastResponse.headers).toMatchObject({
      'idempotent-replayed': 'true',
      'original-request': first.lastResponse.requestId,
      'idempotency-key': 'same',
    });
    expect(await intents()).toBe(before + 1);
  });

  it('do not care in which order the parameters come', async () => {
    const post = (body: string) =>
      fetch(`${gateway.url}/v1/payment_intents`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${gateway.key}`,
          'content-type': 'application/x-www-form-urlencoded',
          'idempotency-key': 'order',
        },
        body,
      }).then((response) => response.json() as Promise<{ id: string }>);
    const one = await post('amount=5&currency=cny&metadata[a]=1&metadata[b]=2');
    expect(await post('currency=cny&metadata[b]=2&metadata[a]=1&amount=5')).toEqual(one);
  });

  it('keep declines and refusals, too', async () => {
    const declined = { payment_method: 'pm_card_chargeDeclined' };
    const first = await pay('declined', declined).catch((error: Stripe.errors.StripeCardError) => error);
    const second = await pay('declined', declined).catch((error: Stripe.errors.StripeCardError) => error);
    expect(second).toMatchObject({
      statusCode: 402,
      charge: (first as Stripe.errors.StripeCardError).charge,
    });
    const paid = await pay('paid');
    const cancel = () =>
      stripe.paymentIntents
        .cancel(paid.id, {}, { idempotencyKey: 'refused' })
        .catch((error: unknown) => error);
    expect(await cancel()).toMatchObject({ code: 'payment_intent_unexpected_state' });
    expect(await cancel()).toMatchObject({
      code: 'payment_intent_unexpected_state',
      headers: { 'idempotent-replayed': 'true' },
    });
  });

  it('refuse other parameters and other endpoints', async () => {
    await pay('mine');
    await expect(pay('mine', { amount: 101 })).rejects.toMatchObject({
      type: 'StripeIdempotencyError',
      statusCode: 400,
    });
    await expect(stripe.customers.create({}, { idempotencyKey: 'mine' })).rejects.toThrow(/same endpoint/);
  });

  it('keep nothing when the parameters are wrong', async () => {
    await expect(pay('wrong', { amount: 0 })).rejects.toMatchObject({ statusCode: 400 });
    await expect(pay('wrong', { payment_method: 'pm_nothing' })).rejects.toMatchObject({
      code: 'resource_missing',
    });
    expect((await pay('wrong')).status).toBe('succeeded');
    await expect(pay('k'.repeat(256))).rejects.toThrow(/255 characters/);
  });

  it('answer 409 while the first request is under way, and the client’s own retry gets its answer', async () => {
    const before = await intents();
    const crowd = await Promise.allSettled(Array.from({ length: 20 }, () => pay('crowd')));
    const good = crowd.filter((one) => one.status === 'fulfilled').map((one) => one.value.id);
    const bad = crowd
      .filter((one) => one.status === 'rejected')
      .map((one) => one.reason as Stripe.errors.StripeError);
    expect(new Set(good).size).toBe(1);
    expect(bad.every((error) => error.statusCode === 409 && error.code === 'idempotency_key_in_use')).toBe(
      true,
    );
    const patient = gateway.client({ retries: 5 });
    const all = await Promise.all(
      Array.from({ length: 20 }, () => patient.paymentIntents.create(order, { idempotencyKey: 'patient' })),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(await intents()).toBe(before + 2);
  });

  it('hold between two gateways on one database', async () => {
    const before = await intents();
    const second = await gateway.again({ GATEWAY_PORT: '0' });
    const clients = [gateway.client({ retries: 5 }), second.client({ retries: 5 })];
    for (let round = 0; round < 5; round += 1) {
      const pair = clients.map((client) =>
        client.paymentIntents.create(order, { idempotencyKey: `two-${round}` }),
      );
      const [one, two] = await Promise.all(pair);
      expect(one!.id).toBe(two!.id);
    }
    expect(await intents()).toBe(before + 5);
    expect(await second.end('SIGTERM')).toBe(0);
  });

  it('end after 24 hours', async () => {
    const first = await pay('old');
    const database = new pg.Client({ connectionString: gateway.database.urls.owner });
    await database.connect();
    await database.query(
      `UPDATE gateway.idempotency SET created = created - interval '25 hours' WHERE key = 'old'`,
    );
    await database.end();
    const second = await pay('old', { amount: 777 });
    expect(second.id).not.toBe(first.id);
    expect(await pay('old', { amount: 777 })).toEqual(second);
  });

  it('keep a 500, which the client is told not to ask for again', async () => {
    const before = await intents();
    await gateway.test('POST', '/test/faults', { kind: '500', count: 1 });
    const eager = gateway.client({ retries: 2 });
    const ask = () =>
      eager.paymentIntents.create(order, { idempotencyKey: 'five-hundred' }).catch((error: unknown) => error);
    expect(await ask()).toMatchObject({ type: 'StripeAPIError', statusCode: 500 });
    expect(await ask()).toMatchObject({ statusCode: 500, headers: { 'idempotent-replayed': 'true' } });
    expect(await intents()).toBe(before);
  });
});
