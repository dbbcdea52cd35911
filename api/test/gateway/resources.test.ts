import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type Stripe from 'stripe';
import { type GatewayProcess, payWith, startGateway } from './gateway-process.js';

let gateway: GatewayProcess;
let stripe: Stripe;
let pay: ReturnType<typeof payWith>;
beforeAll(async () => {
  gateway = await startGateway();
  stripe = gateway.client();
  pay = payWith(stripe);
});
afterAll(() => gateway.stop());

describe('customers and payment methods', () => {
  it('creates, changes, lists and deletes a customer', async () => {
    const customer = await stripe.customers.create({
      name: '西夏区',
      email: 'a@b.cn',
      metadata: { party: '640105' },
    });
    const changed = await stripe.customers.update(customer.id, {
      description: '买方',
      metadata: { party: '', x: '1' },
    });
    expect(changed).toMatchObject({ name: '西夏区', description: '买方', metadata: { x: '1' } });
    expect((await stripe.customers.list({ email: 'a@b.cn' })).data.map(({ id }) => id)).toEqual([
      customer.id,
    ]);
    expect(await stripe.customers.del(customer.id)).toEqual(expect.objectContaining({ deleted: true }));
    expect(await stripe.customers.retrieve(customer.id)).toMatchObject({ id: customer.id, deleted: true });
    expect((await stripe.customers.list({ email: 'a@b.cn' })).data).toEqual([]);
    await expect(pay(1, { customer: customer.id })).rejects.toMatchObject({
      code: 'resource_missing',
      param: 'customer',
    });
  });

  it('attaches a card and pays with it again, for its owner alone', async () => {
    const { id: customer } = await stripe.customers.create({});
    const made = await stripe.paymentMethods.create({
      type: 'card',
      card: { token: 'tok_visa' },
      billing_details: { name: '甲' },
    });
    expect(made).toMatchObject({ customer: null, billing_details: { name: '甲' }, card: { last4: '4242' } });
    await stripe.paymentMethods.attach(made.id, { customer });
    await stripe.paymentMethods.update(made.id, { metadata: { k: 'v' } });
    expect((await stripe.customers.listPaymentMethods(customer)).data).toMatchObject([
      { id: made.id, metadata: { k: 'v' } },
    ]);
    expect((await stripe.paymentMethods.list({ customer, type: 'card' })).data).toHaveLength(1);
    expect((await stripe.customers.retrievePaymentMethod(customer, made.id)).id).toBe(made.id);
    expect((await pay(5, { customer, payment_method: made.id })).payment_method).toBe(made.id);
    await expect(pay(5, { payment_method: made.id })).rejects.toMatchObject({ param: 'payment_method' });
    const expanded = await stripe.paymentMethods.retrieve(made.id, { expand: ['customer'] });
    expect((expanded.customer as Stripe.Customer).id).toBe(customer);
    expect((await stripe.paymentMethods.detach(made.id)).customer).toBeNull();
    await expect(stripe.paymentMethods.attach('pm_card_chargeDeclined', { customer })).rejects.toMatchObject({
      statusCode: 402,
    });
    const late = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer });
    await expect(pay(5, { customer, payment_method: late.id })).rejects.toMatchObject({
      code: 'card_declined',
    });
  });

  it('knows test card numbers and no others, and keeps four digits', async () => {
    const card = { number: '4000000000009995', exp_month: 12, exp_year: 2034, cvc: '123' };
    const made = await stripe.paymentMethods.create({ type: 'card', card });
    expect(made.card?.last4).toBe('9995');
    await expect(
      stripe.paymentMethods.create({ type: 'card', card: { ...card, number: '4111111111111234' } }),
    ).rejects.toMatchObject({
      decline_code: 'test_mode_live_card',
    });
  });
});

describe('charges and events', () => {
  it('lists charges, and lets only their description change', async () => {
    const intent = await pay(10, { transfer_group: 'G1' });
    const id = intent.latest_charge as string;
    expect((await stripe.charges.update(id, { description: 'x', metadata: { a: 'b' } })).description).toBe(
      'x',
    );
    expect(
      (await stripe.charges.list({ payment_intent: intent.id })).data.map((charge) => charge.id),
    ).toEqual([id]);
    expect((await stripe.charges.list({ transfer_group: 'G1' })).data).toHaveLength(1);
  });

  it('tells what happened, with the object as it was then', async () => {
    const intent = await pay(10, { metadata: { n: '1' } });
    const seen = (
      await stripe.events.list({ types: ['payment_intent.created', 'payment_intent.succeeded'], limit: 2 })
    ).data;
    expect(seen.map(({ type }) => type)).toEqual(['payment_intent.succeeded', 'payment_intent.created']);
    expect(seen[1]?.data.object).toMatchObject({ id: intent.id, status: 'requires_confirmation' });
    expect(seen[0]).toMatchObject({
      object: 'event',
      livemode: false,
      pending_webhooks: 0,
      api_version: '2026-10-28.endive',
    });
    expect(seen[0]?.request?.idempotency_key).toMatch(/^stripe-node-retry-/);
    expect((await stripe.events.retrieve(seen[0]!.id)).data.object).toMatchObject({ id: intent.id });
    expect((await stripe.events.list({ type: 'charge.*', limit: 1 })).data[0]?.type).toBe('charge.succeeded');
  });
});

describe('what bad input gets', () => {
  const raw = async (path: string, body: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${gateway.url}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${gateway.key}`,
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      body,
    });
    return { status: response.status, ...((await response.json()) as { error: Record<string, string> }) };
  };

  it.each([
    ['amount=12.5&currency=cny', 'parameter_invalid_integer', 'amount'],
    ['amount=-1&currency=cny', 'parameter_invalid_integer', 'amount'],
    ['amount=0&currency=cny', 'parameter_invalid_integer', 'amount'],
    ['amount=1e3&currency=cny', 'parameter_invalid_integer', 'amount'],
    ['amount=&currency=cny', 'parameter_invalid_integer', 'amount'],
    ['currency=cny', 'parameter_missing', 'amount'],
    ['amount=1', 'parameter_missing', 'currency'],
    ['amount=1&currency=xxyy', undefined, 'currency'],
    ['amount=1&currency=cny&foo=1', 'parameter_unknown', 'foo'],
    ['amount=1&currency=cny&metadata[a][b]=1', undefined, 'metadata'],
    ['amount=1&currency=cny&capture_method=later', undefined, 'capture_method'],
    ['amount=1&currency=cny&transfer_data[destination]=acct_1', 'parameter_unknown', 'transfer_data'],
    ['amount=1&currency=cny&expand[]=nothing', undefined, 'expand'],
    ['amount=1&currency=cny&expand[]=latest_charge.customer.a.b.c', undefined, 'expand'],
    ['amount=1&currency=cny&confirm=true', 'payment_intent_unexpected_state', undefined],
    ['amount=1&currency=cny&payment_method=pm_nothing', 'resource_missing', 'payment_method'],
    ['amount=1&currency=cny&description=%ff', undefined, undefined],
    ['amount=1&currency=cny&a[b][c][d][e][f][g][h][i]=1', undefined, 'a[b][c][d][e][f][g][h][i]'],
    ['__proto__[polluted]=1&amount=1&currency=cny', 'parameter_unknown', '__proto__'],
  ])('%s: 400', async (body, code, param) => {
    const answer = await raw('/v1/payment_intents', body);
    expect(answer).toMatchObject({ status: 400, error: { type: 'invalid_request_error' } });
    expect([answer.error['code'], answer.error['param']]).toEqual([code, param]);
  });

  it('limits metadata to 50 keys of 40 and values of 500 characters', async () => {
    const keys = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 'v']));
    const make = (metadata: Record<string, string>) =>
      stripe.paymentIntents.create({ amount: 1, currency: 'cny', metadata });
    const full = await make(keys(50));
    await expect(make(keys(51))).rejects.toMatchObject({ param: 'metadata' });
    await expect(stripe.paymentIntents.update(full.id, { metadata: { more: '1' } })).rejects.toMatchObject({
      param: 'metadata',
    });
    await expect(make({ ['k'.repeat(41)]: 'v' })).rejects.toMatchObject({ param: 'metadata' });
    await expect(make({ a: 'v'.repeat(501) })).rejects.toMatchObject({ param: 'metadata[a]' });
    expect((await stripe.paymentIntents.update(full.id, { metadata: '' })).metadata).toEqual({});
    expect((await make({ ['键'.repeat(40)]: '值'.repeat(500) })).metadata).toHaveProperty('键'.repeat(40));
  });

  it('names what is not there, who may not ask, and addresses that nobody serves', async () => {
    await expect(stripe.paymentIntents.retrieve('pi_none')).rejects.toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
    await expect(stripe.charges.list({ starting_after: 'ch_none' })).rejects.toMatchObject({
      param: 'starting_after',
    });
    await expect(stripe.paymentIntents.list({ limit: 101 })).rejects.toMatchObject({ param: 'limit' });
    await expect(gateway.client({ key: 'sk_test_wrong' }).balance.retrieve()).rejects.toMatchObject({
      type: 'StripeAuthenticationError',
    });
    await expect(stripe.invoices.list()).rejects.toMatchObject({ statusCode: 404 });
    expect((await fetch(`${gateway.url}/test/faults`)).status).toBe(401);
    expect((await raw('/v1/payment_intents', '<x/>', { 'content-type': 'application/xml' })).status).toBe(
      400,
    );
    expect((await raw('/v1/payment_intents', `a=${'x'.repeat(2_000_000)}`)).status).toBe(400);
    await expect(stripe.balance.retrieve({}, { stripeAccount: 'acct_1' })).rejects.toThrow(/Stripe-Account/);
    const basic = { authorization: `Basic ${Buffer.from(`${gateway.key}:`).toString('base64')}` };
    expect((await raw('/v1/customers', 'name=curl', basic)).status).toBe(200);
  });
});
