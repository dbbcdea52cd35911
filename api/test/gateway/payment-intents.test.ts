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

const pay = (more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create({
    amount: 456_408_00,
    currency: 'cny',
    payment_method: 'pm_card_visa',
    confirm: true,
    ...more,
  });

describe('a payment by card', () => {
  it('is created, confirmed and taken in one request', async () => {
    const intent = await pay({
      metadata: { trade: 'T1' },
      description: 'balance',
      expand: ['latest_charge.balance_transaction'],
    });
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 456_408_00, amount_capturable: 0 });
    const charge = intent.latest_charge as Stripe.Charge;
    expect(charge).toMatchObject({
      captured: true,
      paid: true,
      metadata: { trade: 'T1' },
      description: 'balance',
    });
    const money = charge.balance_transaction as Stripe.BalanceTransaction;
    expect(money).toMatchObject({
      amount: 456_408_00,
      net: 456_408_00,
      fee: 0,
      status: 'available',
      source: charge.id,
    });
    expect(charge.payment_method_details?.card).toMatchObject({ brand: 'visa', last4: '4242' });
  });

  it('can be limited to some ways to pay', async () => {
    const card = await pay({ allowed_payment_method_types: ['card'] });
    expect(card).toMatchObject({ payment_method_types: ['card'], allowed_payment_method_types: ['card'] });
    const debit = { payment_method: 'pm_usBankAccount_success' };
    await expect(pay(debit)).rejects.toMatchObject({ code: 'payment_intent_incompatible_payment_method' });
    const rest = await pay({ excluded_payment_method_types: ['customer_balance'] });
    expect(rest.payment_method_types).toEqual(['card']);
    await expect(pay({ allowed_payment_method_types: ['gold'] })).rejects.toMatchObject({ statusCode: 400 });
    const older = {
      payment_method_types: ['card', 'us_bank_account'],
      automatic_payment_methods: { enabled: true },
    };
    await expect(pay(older)).rejects.toMatchObject({ code: 'parameter_conflict' });
  });

  it('goes through the statuses one by one', async () => {
    const created = await stripe.paymentIntents.create({ amount: 1, currency: 'CNY' });
    expect(created.status).toBe('requires_payment_method');
    const named = await stripe.paymentIntents.update(created.id, { payment_method: 'pm_card_mastercard' });
    expect(named.status).toBe('requires_confirmation');
    const unnamed = await stripe.paymentIntents.update(created.id, { payment_method: '' });
    expect(unnamed).toMatchObject({ status: 'requires_payment_method', payment_method: null });
    const paid = await stripe.paymentIntents.confirm(created.id, { payment_method: 'pm_card_unionpay' });
    expect(paid.status).toBe('succeeded');
    expect((await stripe.paymentIntents.retrieve(created.id)).status).toBe('succeeded');
  });

  it('takes 10^13 分 exactly and refuses one more', async () => {
    const intent = await pay({ amount: 10_000_000_000_000 });
    expect(intent.amount_received).toBe(10_000_000_000_000);
    await expect(pay({ amount: 10_000_000_000_001 })).rejects.toMatchObject({
      statusCode: 400,
      code: 'amount_too_large',
      param: 'amount',
    });
    await stripe.refunds.create({ payment_intent: intent.id });
  });

  it('is declined as the token says, and leaves a failed charge behind', async () => {
    const declined = await pay({ payment_method: 'pm_card_chargeDeclinedInsufficientFunds' }).catch(
      (e: unknown) => e,
    );
    expect(declined).toMatchObject({
      type: 'StripeCardError',
      statusCode: 402,
      code: 'card_declined',
      decline_code: 'insufficient_funds',
    });
    const { payment_intent: intent, charge } = declined as Stripe.errors.StripeCardError;
    const stored = await stripe.paymentIntents.retrieve(intent!.id);
    expect(stored).toMatchObject({
      status: 'requires_payment_method',
      payment_method: null,
      latest_charge: charge,
    });
    expect(stored.last_payment_error).toMatchObject({ decline_code: 'insufficient_funds' });
    expect(await stripe.charges.retrieve(charge!)).toMatchObject({ status: 'failed', paid: false });
    const again = await stripe.paymentIntents.confirm(intent!.id, { payment_method: 'pm_card_visa' });
    expect(again).toMatchObject({ status: 'succeeded', last_payment_error: null });
  });

  it.each([
    ['pm_card_chargeDeclined', 'card_declined', 'generic_decline'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', ''],
    ['pm_card_chargeDeclinedProcessingError', 'processing_error', ''],
  ])('%s fails with %s', async (token, code, declineCode) => {
    await expect(pay({ payment_method: token })).rejects.toMatchObject({ code, decline_code: declineCode });
  });
});

describe('manual capture', () => {
  const hold = () => pay({ amount: 1000, capture_method: 'manual' });

  it('holds, captures a part and lets go of the rest', async () => {
    const held = await hold();
    expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 1000, amount_received: 0 });
    const charge = await stripe.charges.retrieve(held.latest_charge as string);
    const before = charge.payment_method_details?.card?.capture_before ?? 0;
    expect(before - charge.created).toBe(7 * 24 * 3600);
    await expect(stripe.paymentIntents.capture(held.id, { amount_to_capture: 1001 })).rejects.toMatchObject({
      code: 'amount_too_large',
    });
    const captured = await stripe.paymentIntents.capture(held.id, { amount_to_capture: 600 });
    expect(captured).toMatchObject({ status: 'succeeded', amount_received: 600, amount_capturable: 0 });
    const taken = await stripe.charges.retrieve(held.latest_charge as string, {
      expand: ['balance_transaction'],
    });
    expect(taken).toMatchObject({ amount: 1000, amount_captured: 600, balance_transaction: { amount: 600 } });
    await expect(stripe.paymentIntents.capture(held.id)).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
      payment_intent: { id: held.id },
    });
  });

  it('captures whole, or is canceled', async () => {
    const whole = await stripe.paymentIntents.capture((await hold()).id);
    expect(whole.amount_received).toBe(1000);
    const held = await hold();
    const canceled = await stripe.paymentIntents.cancel(held.id, {
      cancellation_reason: 'requested_by_customer',
    });
    expect(canceled).toMatchObject({
      status: 'canceled',
      amount_capturable: 0,
      cancellation_reason: 'requested_by_customer',
    });
    await expect(stripe.paymentIntents.cancel(held.id)).rejects.toThrow(/has a status of canceled/);
    await expect(stripe.refunds.create({ payment_intent: held.id })).rejects.toMatchObject({
      code: 'charge_not_captured',
    });
  });

  it('ends by itself when the hold runs out', async () => {
    const held = await hold();
    await gateway.test('POST', `/test/payment_intents/${held.id}/expire`);
    const expired = await stripe.paymentIntents.retrieve(held.id);
    expect(expired).toMatchObject({ status: 'canceled', cancellation_reason: 'automatic' });
  });
});

describe('authentication by the payer’s bank', () => {
  const ask = (more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
    pay({
      payment_method: 'pm_card_authenticationRequired',
      return_url: 'https://muheng.example/back',
      ...more,
    });

  it('is asked for, and ends in payment or in failure', async () => {
    const asked = await ask();
    expect(asked).toMatchObject({ status: 'requires_action', next_action: { type: 'redirect_to_url' } });
    await gateway.test('POST', `/test/payment_intents/${asked.id}/authenticate`, { outcome: 'succeed' });
    expect((await stripe.paymentIntents.retrieve(asked.id)).status).toBe('succeeded');
    const refused = await ask({ capture_method: 'manual' });
    await gateway.test('POST', `/test/payment_intents/${refused.id}/authenticate`, { outcome: 'fail' });
    const failed = await stripe.paymentIntents.retrieve(refused.id);
    expect(failed.status).toBe('requires_payment_method');
    expect(failed.last_payment_error?.code).toBe('payment_intent_authentication_failure');
  });

  it('fails when the payer is not there', async () => {
    await expect(ask({ off_session: true })).rejects.toMatchObject({ code: 'authentication_required' });
  });
});

describe('a slow debit', () => {
  const debit = (token: string) =>
    pay({ payment_method: token, allowed_payment_method_types: ['us_bank_account'] });
  const ended = async (id: string) => {
    for (;;) {
      const intent = await stripe.paymentIntents.retrieve(id);
      if (intent.status !== 'processing') return intent;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  it('is processing until the bank has spoken', async () => {
    const [good, bad, stays] = await Promise.all([
      debit('pm_usBankAccount_success'),
      debit('pm_usBankAccount_insufficientFunds'),
      debit('pm_usBankAccount_processing'),
    ]);
    expect([good.status, bad.status]).toEqual(['processing', 'processing']);
    expect((await ended(good.id)).status).toBe('succeeded');
    expect(await ended(bad.id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'insufficient_funds' },
    });
    expect((await stripe.paymentIntents.cancel(stays.id)).status).toBe('canceled');
  });
});

describe('payment by bank transfer to a random sub-account', () => {
  const awaitMoney = async (amount: number, customer?: string) => {
    const payer = customer ?? (await stripe.customers.create({ name: '某区储备中心' })).id;
    return stripe.paymentIntents.create({
      amount,
      currency: 'cny',
      customer: payer,
      allowed_payment_method_types: ['customer_balance'],
      payment_method_data: { type: 'customer_balance' },
      payment_method_options: {
        customer_balance: { funding_type: 'bank_transfer', bank_transfer: { type: 'cn_bank_transfer' } },
      },
      confirm: true,
    });
  };
  const accountOf = (intent: Stripe.PaymentIntent) => {
    const [address] = intent.next_action?.display_bank_transfer_instructions?.financial_addresses ?? [];
    return (address as unknown as { cn_account: { account_number: string } }).cn_account.account_number;
  };

  it('opens an account for each payment and is paid when all has come in', async () => {
    const [one, two] = await Promise.all([awaitMoney(5000), awaitMoney(5000)]);
    expect(one.status).toBe('requires_action');
    expect(accountOf(one)).toMatch(/^\d{19}$/);
    expect(accountOf(one)).not.toBe(accountOf(two));
    await gateway.test('POST', '/test/bank_transfers', { account_number: accountOf(one), amount: 2000 });
    const partly = await stripe.paymentIntents.retrieve(one.id);
    expect(partly.next_action?.display_bank_transfer_instructions?.amount_remaining).toBe(3000);
    await gateway.test('POST', '/test/bank_transfers', { payment_intent: one.id });
    const paid = await stripe.paymentIntents.retrieve(one.id, { expand: ['latest_charge'] });
    expect(paid).toMatchObject({ status: 'succeeded', amount_received: 5000, next_action: null });
    expect((paid.latest_charge as Stripe.Charge).payment_method_details?.type).toBe('customer_balance');
    expect((await stripe.paymentIntents.retrieve(two.id)).status).toBe('requires_action');
  });

  it('keeps what is too much as the customer’s cash, and uses it next time', async () => {
    const first = await awaitMoney(1000);
    const customer = first.customer as string;
    await stripe.testHelpers.customers.fundCashBalance(customer, { amount: 1500, currency: 'cny' });
    expect((await stripe.paymentIntents.retrieve(first.id)).status).toBe('succeeded');
    expect((await stripe.customers.retrieveCashBalance(customer)).available).toEqual({ cny: 500 });
    const second = await awaitMoney(400, customer);
    expect(second.status).toBe('succeeded');
    const moves = await stripe.customers.listCashBalanceTransactions(customer);
    expect(moves.data.map((move) => [move.type, move.net_amount, move.ending_balance])).toEqual([
      ['applied_to_payment', -400, 100],
      ['applied_to_payment', -1000, 500],
      ['funded', 1500, 1500],
    ]);
  });

  it('gives back what came in when the payment is canceled', async () => {
    const intent = await awaitMoney(1000);
    await gateway.test('POST', '/test/bank_transfers', { payment_intent: intent.id, amount: 300 });
    await stripe.paymentIntents.cancel(intent.id);
    const cash = await stripe.customers.retrieveCashBalance(intent.customer as string);
    expect(cash.available).toEqual({ cny: 300 });
  });

  it('arrives by itself when autopay is on', async () => {
    await gateway.test('POST', '/test/settings', { autopay_ms: 10 });
    const intent = await awaitMoney(77_00);
    await gateway.test('POST', '/test/settings', { autopay_ms: '' });
    await expect.poll(async () => (await stripe.paymentIntents.retrieve(intent.id)).status).toBe('succeeded');
  });

  it('needs a customer', async () => {
    await expect(
      stripe.paymentIntents.create({
        amount: 1,
        currency: 'cny',
        payment_method_data: { type: 'customer_balance' },
        confirm: true,
      }),
    ).rejects.toMatchObject({ code: 'parameter_missing', param: 'customer' });
  });
});

describe('finding payments', () => {
  it('searches by metadata and status, which resolves an unknown outcome', async () => {
    const mine = await pay({ metadata: { trade: 'T-unknown-1', step: "it's" } });
    await pay({ metadata: { trade: 'T-unknown-2' } });
    const found = await stripe.paymentIntents.search({
      query: `metadata["trade"]:"T-unknown-1" AND status:"succeeded" AND amount>100`,
      expand: ['data.latest_charge'],
    });
    expect(found.data.map((intent) => intent.id)).toEqual([mine.id]);
    expect((found.data[0]?.latest_charge as Stripe.Charge).object).toBe('charge');
    await expect(stripe.paymentIntents.search({ query: `id:'x' OR foo:1` })).rejects.toMatchObject({
      param: 'query',
    });
  });

  it('lists page by page, in both directions, and of itself', async () => {
    const customer = (await stripe.customers.create({})).id;
    const ids: string[] = [];
    for (let n = 0; n < 7; n += 1) ids.unshift((await pay({ customer })).id);
    const page = await stripe.paymentIntents.list({ customer, limit: 3 });
    expect([page.data.map((intent) => intent.id), page.has_more]).toEqual([ids.slice(0, 3), true]);
    const next = await stripe.paymentIntents.list({ customer, limit: 3, starting_after: ids[2]! });
    expect(next.data.map((intent) => intent.id)).toEqual(ids.slice(3, 6));
    const back = await stripe.paymentIntents.list({ customer, limit: 2, ending_before: ids[5]! });
    expect([back.data.map((intent) => intent.id), back.has_more]).toEqual([ids.slice(3, 5), true]);
    const all: string[] = [];
    for await (const intent of stripe.paymentIntents.list({ customer, limit: 2 })) all.push(intent.id);
    expect(all).toEqual(ids);
    const since = await stripe.paymentIntents.list({
      customer,
      created: { gte: Math.floor(Date.now() / 1000) - 60 },
    });
    expect(since.data).toHaveLength(7);
    expect((await stripe.paymentIntents.list({ customer, created: { lt: 1 } })).data).toEqual([]);
  });
});
