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

const available = async () =>
  (await stripe.balance.retrieve()).available.find(({ currency }) => currency === 'cny')?.amount;
const until = async <Value>(look: () => Promise<Value>, done: (value: Value) => boolean): Promise<Value> => {
  for (const deadline = Date.now() + 20_000; ; ) {
    const value = await look();
    if (done(value) || Date.now() > deadline) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

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
