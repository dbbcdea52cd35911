import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type Stripe from 'stripe';
import { type GatewayProcess, startGateway } from './gateway-process.js';
import { type Receiver, startReceiver, verify } from './webhook-receiver.js';

let gateway: GatewayProcess;
let stripe: Stripe;
let receiver: Receiver;
let endpoint: Stripe.WebhookEndpoint;
let secret = '';
beforeAll(async () => {
  [gateway, receiver] = await Promise.all([startGateway(), startReceiver()]);
  stripe = gateway.client();
  endpoint = await stripe.webhookEndpoints.create({
    url: receiver.url,
    enabled_events: ['*'],
    metadata: { a: 'b' },
  });
  secret = endpoint.secret!;
});
afterEach(async () => {
  receiver.answer = 200;
  await gateway.test('DELETE', '/test/faults');
  await gateway.test('POST', '/test/deliveries/retry');
  await gateway.quiet();
  receiver.received.length = 0;
});
afterAll(async () => {
  await gateway.stop();
  await receiver.close();
});

const pay = () =>
  stripe.paymentIntents.create({
    amount: 100,
    currency: 'cny',
    payment_method: 'pm_card_visa',
    confirm: true,
  });
const types = () => receiver.events(secret).map(({ type }) => type);
const THREE = ['charge.succeeded', 'payment_intent.created', 'payment_intent.succeeded'];

describe('webhooks', () => {
  it('arrive signed, with the object as it was', async () => {
    const intent = await pay();
    await gateway.quiet();
    expect(types().sort()).toEqual(THREE);
    const event = receiver.events(secret).find(({ type }) => type === 'payment_intent.succeeded');
    expect(event?.data.object).toMatchObject({ id: intent.id, status: 'succeeded' });
    expect(event?.pending_webhooks).toBeGreaterThan(0);
    const [first] = receiver.received;
    expect(() => verify(first!, 'whsec_another')).toThrow(/signature/);
    expect(() => verify({ ...first!, body: first!.body.replace('cny', 'usd') }, secret)).toThrow(/signature/);
  });

  it('are sent again when the first attempt fails', async () => {
    receiver.answer = 500;
    await pay();
    await expect.poll(() => receiver.received.length).toBe(3);
    expect(await gateway.test('GET', '/test/pending')).toEqual({ webhooks: 3 });
    receiver.answer = 200;
    await gateway.quiet();
    expect(receiver.received.length).toBeGreaterThanOrEqual(6);
    const ids = receiver.events(secret).map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
  });

  it('are tried again when the receiver hangs up', async () => {
    receiver.answer = 0;
    await pay();
    await expect.poll(() => receiver.received.length).toBeGreaterThanOrEqual(3);
    receiver.answer = 200;
    await gateway.quiet();
    expect(new Set(types())).toEqual(new Set(THREE));
  });

  it('are signed by both secrets while one is rolled, then by the new one alone', async () => {
    const rolled = await gateway.test('POST', `/test/webhook_endpoints/${endpoint.id}/roll_secret`, {
      keep_seconds: 60,
    });
    const next = String(rolled['secret']);
    await pay();
    await gateway.quiet();
    expect(receiver.received[0]?.signature.match(/v1=/g)).toHaveLength(2);
    expect(receiver.events(secret)).toHaveLength(3);
    expect(receiver.events(next)).toHaveLength(3);
    receiver.received.length = 0;
    const last = await gateway.test('POST', `/test/webhook_endpoints/${endpoint.id}/roll_secret`);
    await pay();
    await gateway.quiet();
    expect(() => receiver.events(secret)).not.toThrow();
    expect(() => receiver.events(next)).toThrow();
    secret = String(last['secret']);
    expect(receiver.events(secret)).toHaveLength(3);
  });

  it('go to each endpoint that wants them, and to none that is disabled or deleted', async () => {
    const other = await startReceiver('/other');
    const wants = await stripe.webhookEndpoints.create({
      url: other.url,
      enabled_events: ['payment_intent.succeeded'],
    });
    await pay();
    await gateway.quiet();
    expect(other.events(wants.secret!).map(({ type }) => type)).toEqual(['payment_intent.succeeded']);
    const off = await stripe.webhookEndpoints.update(wants.id, { disabled: true, description: 'off' });
    expect(off).toMatchObject({ status: 'disabled', description: 'off' });
    expect(off.secret).toBeUndefined();
    await pay();
    await stripe.webhookEndpoints.update(wants.id, { disabled: false, enabled_events: ['*'] });
    await stripe.webhookEndpoints.del(wants.id);
    await pay();
    await gateway.quiet();
    expect(other.received).toHaveLength(1);
    expect((await stripe.webhookEndpoints.list()).data.map(({ id }) => id)).toEqual([endpoint.id]);
    expect((await stripe.webhookEndpoints.retrieve(endpoint.id)).metadata).toEqual({ a: 'b' });
    await expect(
      stripe.webhookEndpoints.create({ url: 'ftp://x', enabled_events: ['*'] }),
    ).rejects.toMatchObject({ param: 'url' });
    await expect(
      stripe.webhookEndpoints.create({ url: other.url, enabled_events: ['nonsense'] as never }),
    ).rejects.toMatchObject({ param: 'enabled_events' });
    await other.close();
  });

  it('come twice, not at all or in another order when a switch says so', async () => {
    await gateway.test('POST', '/test/faults', { kind: 'duplicate', count: 2 });
    await pay();
    await gateway.quiet();
    expect(receiver.received).toHaveLength(5);
    receiver.received.length = 0;
    await gateway.test('POST', '/test/faults', { kind: 'dropped', count: 1 });
    await gateway.test('POST', '/test/faults', { kind: 'dropped', count: 1 });
    expect(await gateway.test('GET', '/test/faults')).toMatchObject({
      faults: [{ kind: 'dropped', count: 2 }],
    });
    await pay();
    await gateway.quiet();
    expect(receiver.received).toHaveLength(1);
    receiver.received.length = 0;
    await gateway.test('POST', '/test/faults', { kind: 'reordered', count: 3, delayMs: 500 });
    const held = await pay();
    const free = await pay();
    await gateway.quiet();
    const order = receiver
      .events(secret)
      .map(({ data }) => data.object as { id: string; payment_intent?: string });
    const about = order.map((object) => object.payment_intent ?? object.id);
    expect(about).toEqual([free.id, free.id, free.id, held.id, held.id, held.id]);
  });
});
