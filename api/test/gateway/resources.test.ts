import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type Stripe from 'stripe';
import { type GatewayProcess, startGateway } from './gateway-process.js';

let gateway: GatewayProcess;
let stripe: Stripe;
beforeAll(async () => {
  gateway = await startGateway();
  stripe = gateway.client();
});
afterAll(() => gateway.stop());

const pay = (amount: number, more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create({
    amount,
    currency: 'cny',
    payment_method: 'pm_card_visa',
    confirm: true,
    ...more,
  });
const available = async () =>
  (await stripe.balance.retrieve()).available.find(({ currency }) => currency === 'cny')?.amount;
const until = async <Value>(look: () => Promise<Value>, done: (value: Value) => boolean): Promise<Value> => {
  for (const deadline = Date.now() + 20_000; ; ) {
    const value = await look();
    if (done(value) || Date.now() > deadline) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

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

describe('refunds', () => {
  it('gives back in parts, several times, and never more than was captured', async () => {
    const intent = await pay(1000);
    const before = await available();
    const first = await stripe.refunds.create({
      payment_intent: intent.id,
      amount: 300,
      reason: 'requested_by_customer',
      metadata: { a: '1' },
    });
    expect(first).toMatchObject({
      status: 'succeeded',
      amount: 300,
      charge: intent.latest_charge,
      payment_intent: intent.id,
    });
    await expect(
      stripe.refunds.create({ charge: intent.latest_charge as string, amount: 701 }),
    ).rejects.toThrow(/greater than unrefunded/);
    await stripe.refunds.create({ charge: intent.latest_charge as string });
    await expect(stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    });
    const charge = await stripe.charges.retrieve(intent.latest_charge as string, { expand: ['refunds'] });
    expect(charge).toMatchObject({ amount_refunded: 1000, refunded: true });
    expect(charge.refunds?.data.map(({ amount }) => amount)).toEqual([700, 300]);
    expect(await available()).toBe((before ?? 0) - 1000);
    expect((await stripe.refunds.update(first.id, { metadata: { b: '2' } })).metadata).toEqual({
      a: '1',
      b: '2',
    });
    expect((await stripe.refunds.list({ payment_intent: intent.id })).data).toHaveLength(2);
    await expect(stripe.refunds.cancel(first.id)).rejects.toMatchObject({ statusCode: 400 });
  });

  it('refunds no more than a partial capture took', async () => {
    const held = await pay(1000, { capture_method: 'manual' });
    await stripe.paymentIntents.capture(held.id, { amount_to_capture: 400 });
    await expect(stripe.refunds.create({ payment_intent: held.id, amount: 401 })).rejects.toMatchObject({
      code: 'amount_too_large',
    });
    expect((await stripe.refunds.create({ payment_intent: held.id })).amount).toBe(400);
  });

  it('twenty at once still give back the sum once', async () => {
    const intent = await pay(1000);
    const tries = Array.from({ length: 20 }, () =>
      stripe.refunds.create({ payment_intent: intent.id, amount: 100 }),
    );
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect((await stripe.charges.retrieve(intent.latest_charge as string)).amount_refunded).toBe(1000);
  });

  it('may be pending, and may fail later and give the money back to us', async () => {
    const slow = await pay(100, { payment_method: 'pm_card_pendingRefund' });
    const pending = await stripe.refunds.create({ payment_intent: slow.id });
    expect(pending.status).toBe('pending');
    expect(
      (
        await until(
          () => stripe.refunds.retrieve(pending.id),
          ({ status }) => status !== 'pending',
        )
      ).status,
    ).toBe('succeeded');
    const bad = await pay(100, { payment_method: 'pm_card_refundFail' });
    const before = await available();
    const refund = await stripe.refunds.create({ payment_intent: bad.id });
    const failed = await until(
      () => stripe.refunds.retrieve(refund.id, { expand: ['failure_balance_transaction'] }),
      ({ status }) => status === 'failed',
    );
    expect(failed).toMatchObject({
      status: 'failed',
      failure_reason: 'expired_or_canceled_card',
      failure_balance_transaction: { amount: 100 },
    });
    expect(await available()).toBe(before);
    expect((await stripe.charges.retrieve(bad.latest_charge as string)).amount_refunded).toBe(0);
  });
});

describe('money that leaves', () => {
  it('transfers to an account and takes back in parts', async () => {
    const intent = await pay(5000, { transfer_group: 'T9' });
    const before = await available();
    const transfer = await stripe.transfers.create({
      amount: 3000,
      currency: 'cny',
      destination: 'acct_640105',
      transfer_group: 'T9',
      metadata: { share: 'county' },
    });
    await stripe.transfers.update(transfer.id, { description: '出让收入' });
    await stripe.transfers.createReversal(transfer.id, { amount: 1000 });
    await expect(stripe.transfers.createReversal(transfer.id, { amount: 2001 })).rejects.toMatchObject({
      code: 'amount_too_large',
    });
    const rest = await stripe.transfers.createReversal(transfer.id);
    expect(rest.amount).toBe(2000);
    const after = await stripe.transfers.retrieve(transfer.id, { expand: ['balance_transaction'] });
    expect(after).toMatchObject({
      reversed: true,
      amount_reversed: 3000,
      description: '出让收入',
      balance_transaction: { amount: -3000 },
    });
    expect(after.reversals.data.map(({ amount }) => amount)).toEqual([2000, 1000]);
    expect((await stripe.transfers.listReversals(transfer.id)).data).toHaveLength(2);
    expect((await stripe.transfers.retrieveReversal(transfer.id, rest.id)).transfer).toBe(transfer.id);
    expect((await stripe.transfers.list({ transfer_group: 'T9' })).data).toHaveLength(1);
    expect(await available()).toBe(before);
    const source = intent.latest_charge as string;
    await stripe.transfers.create({
      amount: 4000,
      currency: 'cny',
      destination: 'acct_a',
      source_transaction: source,
    });
    await expect(
      stripe.transfers.create({
        amount: 1001,
        currency: 'cny',
        destination: 'acct_a',
        source_transaction: source,
      }),
    ).rejects.toMatchObject({ param: 'source_transaction' });
  });

  it('pays out, cancels, reverses, and takes back what the bank returns', async () => {
    await pay(9000);
    const before = (await available()) ?? 0;
    const payout = await stripe.payouts.create({
      amount: 1000,
      currency: 'cny',
      destination: 'ba_county',
      metadata: { trade: 'T1' },
    });
    expect(payout.status).toBe('pending');
    expect(
      (
        await until(
          () => stripe.payouts.retrieve(payout.id),
          ({ status }) => status !== 'pending',
        )
      ).status,
    ).toBe('paid');
    expect((await stripe.payouts.update(payout.id, { metadata: { x: 'y' } })).metadata).toEqual({
      trade: 'T1',
      x: 'y',
    });
    const back = await stripe.payouts.reverse(payout.id);
    expect(back).toMatchObject({ amount: -1000, original_payout: payout.id });
    expect(await available()).toBe(before);
    // While this one is called off, the bank takes its time.
    await gateway.test('POST', '/test/settings', { slow_ms: '60000' });
    const early = await stripe.payouts.create({ amount: 500, currency: 'cny' });
    expect((await stripe.payouts.cancel(early.id)).status).toBe('canceled');
    await gateway.test('POST', '/test/settings', { slow_ms: '50' });
    await expect(stripe.payouts.cancel(payout.id)).rejects.toMatchObject({ statusCode: 400 });
    const lost = await stripe.payouts.create({
      amount: 700,
      currency: 'cny',
      destination: 'ba_us_accountClosed',
    });
    const failed = await until(
      () => stripe.payouts.retrieve(lost.id),
      ({ status }) => status === 'failed',
    );
    expect(failed).toMatchObject({ failure_code: 'account_closed', amount: 700 });
    const told = await stripe.payouts.create({ amount: 100, currency: 'cny', destination: 'ba_x' });
    await gateway.test('POST', `/test/payouts/${told.id}/fail`, { failure_code: 'no_account' });
    expect((await stripe.payouts.retrieve(told.id)).failure_code).toBe('no_account');
    expect(await available()).toBe(before);
    expect((await stripe.payouts.list({ status: 'failed' })).data).toHaveLength(2);
  });

  it('never sends more than is there, however many ask at once', async () => {
    const all = (await available()) ?? 0;
    const each = Math.floor(all / 5);
    const tries = Array.from({ length: 12 }, (_, n) =>
      n % 2 === 0
        ? stripe.payouts.create({ amount: each, currency: 'cny' })
        : stripe.transfers.create({ amount: each, currency: 'cny', destination: 'acct_b' }),
    );
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'balance_insufficient' });
  });

  it('keeps balance and balance transactions equal', async () => {
    let sum = 0;
    const types = new Set<string>();
    for await (const entry of stripe.balanceTransactions.list({ limit: 100, currency: 'cny' })) {
      sum += entry.net;
      types.add(entry.type);
    }
    expect(sum).toBe(await available());
    expect([...types]).toEqual(
      expect.arrayContaining([
        'charge',
        'refund',
        'refund_failure',
        'transfer',
        'transfer_refund',
        'payout',
        'payout_cancel',
        'payout_failure',
      ]),
    );
    const [latest] = (
      await stripe.balanceTransactions.list({
        type: 'charge',
        limit: 1,
        expand: ['data.source.payment_intent'],
      })
    ).data;
    expect(((latest?.source as Stripe.Charge).payment_intent as Stripe.PaymentIntent).object).toBe(
      'payment_intent',
    );
    expect((await stripe.balanceTransactions.retrieve(latest!.id)).id).toBe(latest!.id);
    expect(
      (await stripe.balanceTransactions.list({ source: (latest?.source as Stripe.Charge).id })).data,
    ).toHaveLength(1);
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
