import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import type Stripe from 'stripe';
import { ended, type GatewayProcess, launch, startGateway } from './gateway-process.js';
import { startReceiver } from './webhook-receiver.js';

let gateway: GatewayProcess;
let stripe: Stripe;
beforeAll(async () => {
  gateway = await startGateway();
  stripe = gateway.client();
});
afterAll(() => gateway.stop());

const order = { amount: 100, currency: 'cny', payment_method: 'pm_card_visa', confirm: true } as const;
const pay = (client: Stripe, idempotencyKey: string) =>
  client.paymentIntents.create(order, { idempotencyKey });
const fault = (kind: string, count = 1, more: Record<string, unknown> = {}) =>
  gateway.test('POST', '/test/faults', { kind, count, ...more });
const charges = async () => (await stripe.charges.list({ limit: 100 })).data.length;

describe('fault switches', () => {
  it('409 and 429 do nothing, and the next request is served', async () => {
    await fault('409');
    await fault('429');
    await expect(pay(stripe, 'a')).rejects.toMatchObject({ statusCode: 409 });
    await expect(pay(stripe, 'a')).rejects.toMatchObject({ type: 'StripeRateLimitError', statusCode: 429 });
    expect((await pay(stripe, 'a')).status).toBe('succeeded');
    await fault('409', 2);
    expect((await pay(gateway.client({ retries: 2 }), 'b')).status).toBe('succeeded');
  });

  it('a 500 may also be one that nobody kept', async () => {
    await fault('500', 1, { saved: false });
    await expect(pay(stripe, 'c')).rejects.toMatchObject({ statusCode: 500 });
    expect((await pay(stripe, 'c')).status).toBe('succeeded');
    await fault('500', 1, { method: 'GET', path: '/v1/balance' });
    expect((await pay(stripe, 'd')).status).toBe('succeeded');
    await expect(stripe.balance.retrieve()).rejects.toMatchObject({ statusCode: 500 });
  });

  it('reset hangs up before anything is done', async () => {
    const before = await charges();
    // The official client tries a closed connection once more by itself: two resets reach the caller.
    await fault('reset', 2);
    await expect(pay(stripe, 'e')).rejects.toMatchObject({ type: 'StripeConnectionError' });
    expect(await charges()).toBe(before);
  });

  it('slow only takes its time', async () => {
    await fault('slow', 1, { delayMs: 300 });
    const begun = Date.now();
    await pay(stripe, 'f');
    expect(Date.now() - begun).toBeGreaterThanOrEqual(295);
  });

  it('commit-then-timeout charges once, whoever asks again', async () => {
    const before = await charges();
    await fault('commit-then-timeout', 1, { delayMs: 50 });
    const retried = await pay(stripe, 'g');
    expect(retried.lastResponse.headers['idempotent-replayed']).toBe('true');
    await fault('commit-then-timeout', 1);
    const impatient = gateway.client({ timeout: 500 });
    await expect(pay(impatient, 'h')).rejects.toMatchObject({ type: 'StripeConnectionError' });
    expect((await pay(stripe, 'h')).status).toBe('succeeded');
    expect(await charges()).toBe(before + 2);
  });

  it('500 commit-then-timeout faults leave one charge each', async () => {
    const marker = (await stripe.customers.create({})).id;
    await fault('commit-then-timeout', 500, { delayMs: 5, method: 'POST', path: '/v1/payment_intents' });
    const persist = async (n: number) => {
      for (;;) {
        const done = await stripe.paymentIntents
          .create({ ...order, customer: marker }, { idempotencyKey: `timeout-${n}` })
          .catch(() => undefined);
        if (done) return done.latest_charge as string;
      }
    };
    const ids: string[] = [];
    let next = 0;
    const lane = async () => {
      while (next < 260) ids.push(await persist((next += 1)));
    };
    await Promise.all(Array.from({ length: 100 }, lane));
    expect(await gateway.test('GET', '/test/faults')).toEqual({ faults: [] });
    expect(new Set(ids).size).toBe(ids.length);
    const made: string[] = [];
    for await (const charge of stripe.charges.list({ customer: marker, limit: 100 })) made.push(charge.id);
    expect(made.sort()).toEqual(ids.sort());
  });
});

describe('kill -9', () => {
  it('loses nothing that was acknowledged, and does nothing twice', async () => {
    const receiver = await startReceiver();
    const { secret } = await stripe.webhookEndpoints.create({
      url: receiver.url,
      enabled_events: ['payment_intent.succeeded'],
    });
    receiver.answer = 503;
    const acknowledged = new Map<string, string>();
    let n = 0;
    let killed = false;
    const lane = async () => {
      while (!killed) {
        const key = `kill-${(n += 1)}`;
        const intent = await pay(stripe, key).catch(() => undefined);
        if (intent) acknowledged.set(key, intent.id);
      }
    };
    const lanes = Array.from({ length: 8 }, lane);
    while (acknowledged.size < 60) await new Promise((resolve) => setTimeout(resolve, 5));
    await gateway.end('SIGKILL');
    killed = true;
    await Promise.all(lanes);
    receiver.answer = 200;
    receiver.received.length = 0;
    const survivor = await gateway.again();
    expect(survivor.key).toBe(gateway.key);
    gateway = survivor;
    // Switches that the 500 timeouts used up stay used up, in whatever order they were written down.
    expect(await gateway.test('GET', '/test/faults')).toEqual({ faults: [] });
    stripe = gateway.client();
    const ids = new Set<string>();
    for (let key = 1; key <= n; key += 1) {
      const intent = await pay(stripe, `kill-${key}`);
      ids.add(intent.id);
      const before = acknowledged.get(`kill-${key}`);
      if (before) expect(intent.id).toBe(before);
    }
    expect(ids.size).toBe(n);
    await gateway.quiet();
    const told = new Set(
      receiver.events(secret!).map((event) => (event.data.object as Stripe.PaymentIntent).id),
    );
    expect(told).toEqual(ids);
    const database = new pg.Client({ connectionString: gateway.database.urls.owner });
    await database.connect();
    const { rows } = await database.query(
      `SELECT (SELECT sum(amount) FROM gateway.balance) = (SELECT sum(amount) FROM gateway.balance_transaction) AS same`,
    );
    await database.end();
    expect(rows).toEqual([{ same: true }]);
    await receiver.close();
  });
});

describe('a database that hangs up', () => {
  it('costs the requests under way a 500 that is not kept, and nothing else', async () => {
    const admin = new pg.Client({ connectionString: gateway.database.urls.superuser });
    await admin.connect();
    const keys = Array.from({ length: 30 }, (_, n) => `cut-${n}`);
    const crowd = Promise.allSettled(keys.map((key) => pay(stripe, key)));
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'muheng-gateway' AND datname = current_database()`,
    );
    await admin.end();
    for (const outcome of await crowd) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ statusCode: 500 });
    }
    const before = await charges();
    const first = await Promise.all(keys.map((key) => pay(stripe, key)));
    const second = await Promise.all(keys.map((key) => pay(stripe, key)));
    expect(second.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
    expect(before).toBeLessThanOrEqual(await charges());
  });
});

describe('the process', () => {
  it('registers the webhook endpoint of the environment once, and moves it', async () => {
    const [first, second] = await Promise.all([startReceiver('/a'), startReceiver('/b')]);
    const own = await startGateway({
      GATEWAY_WEBHOOK_URL: first.url,
      GATEWAY_WEBHOOK_SECRET: 'whsec_0123456789',
    });
    const client = own.client();
    await pay(client, 'x');
    await own.quiet();
    expect(first.events('whsec_0123456789')).toHaveLength(3);
    expect(await own.end('SIGTERM')).toBe(0);
    const moved = await own.again({ GATEWAY_WEBHOOK_URL: second.url });
    expect(moved.webhookSecret).toBe('whsec_0123456789');
    expect((await client.webhookEndpoints.list()).data).toHaveLength(1);
    await pay(client, 'y');
    await moved.quiet();
    expect([first.received.length, second.received.length]).toEqual([3, 3]);
    await moved.stop();
    await Promise.all([first.close(), second.close()]);
  });

  it.each([
    [
      { NODE_ENV: 'production', DATABASE_URL: 'postgres://x/y' },
      [],
      /refuses to run with NODE_ENV=production/,
    ],
    [{}, [], /GATEWAY_DATABASE_URL or DATABASE_URL/],
    [{ DATABASE_URL: 'postgres://x/y' }, ['--port', 'eighty'], /port must be a whole number/],
    [{ DATABASE_URL: 'postgres://x/y', GATEWAY_KEY: 'sk_live_12345678' }, [], /sk_test_/],
  ])('refuses %o %o', async (env, args, message) => {
    const child = launch(env, args);
    let errors = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    expect(await ended(child)).toBe(2);
    expect(errors).toMatch(message);
  });

  it('says whether it is well', async () => {
    const response = await fetch(`${gateway.url}/healthz`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });
});
