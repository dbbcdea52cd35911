import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type Stripe from 'stripe';
import { type GatewayProcess, startGateway } from './gateway-process.js';

let gateway: GatewayProcess;
let stripe: Stripe;
beforeAll(async () => {
  gateway = await startGateway({ GATEWAY_AUTOPAY_MS: '' });
  stripe = gateway.client();
});
afterAll(() => gateway.stop());

const get = async (path: string) => {
  const response = await fetch(`${gateway.url}${path}`);
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};
const post = (path: string, form: Record<string, string>) =>
  fetch(`${gateway.url}${path}`, { method: 'POST', body: new URLSearchParams(form) });

describe('the console', () => {
  it('shows objects and events, and runs nothing that somebody wrote into them', async () => {
    const attack = '<script>alert(1)</script>';
    const intent = await stripe.paymentIntents.create({
      amount: 1_234_567_89,
      currency: 'cny',
      payment_method: 'pm_card_visa',
      confirm: true,
      description: attack,
    });
    const overview = await get('/');
    expect(overview).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
    expect(overview.text).toContain('¥1,234,567.89');
    expect(overview.text).toContain('&lt;script&gt;');
    for (const path of ['/console/payment_intent', '/console/event', `/console/object/${intent.id}`]) {
      const page = await get(path);
      expect(page.status).toBe(200);
      expect(page.text).toContain('</main>');
      expect(page.text).not.toContain(attack);
      expect(page.text).not.toContain(intent.client_secret);
    }
    const [event] = (await stripe.events.list({ type: 'payment_intent.succeeded' })).data;
    expect((await get(`/console/object/${event!.id}`)).text).toContain('Deliveries');
    for (const path of [
      '/console/nothing',
      '/console/object/pi_none',
      '/console/object/x',
      '/console/charge?after=ch_none',
    ]) {
      expect((await get(path)).status).toBe(404);
    }
  });

  it('has a page for each kind of object', async () => {
    for (const kind of [
      'charge',
      'refund',
      'transfer',
      'payout',
      'balance_transaction',
      'customer',
      'payment_method',
      'webhook_endpoint',
    ]) {
      expect((await get(`/console/${kind}`)).status).toBe(200);
    }
  });
});

describe('the payer’s page', () => {
  it('sends a bank transfer, for whoever knows the secret', async () => {
    const customer = (await stripe.customers.create({})).id;
    const intent = await stripe.paymentIntents.create({
      amount: 5000,
      currency: 'cny',
      customer,
      payment_method_data: { type: 'customer_balance' },
      confirm: true,
    });
    const instructions = intent.next_action?.display_bank_transfer_instructions;
    const address = new URL(instructions!.hosted_instructions_url!);
    expect(address.origin).toBe(gateway.url);
    expect((await get(address.pathname + address.search)).text).toContain('¥50.00');
    expect((await get(`${address.pathname}?client_secret=wrong`)).status).toBe(404);
    expect((await post(address.pathname, { client_secret: 'wrong', act: 'transfer' })).status).toBe(404);
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('requires_action');
    const done = await post(address.pathname, { client_secret: intent.client_secret!, act: 'transfer' });
    expect([done.status, await done.text()]).toEqual([200, expect.stringContaining('succeeded')]);
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('succeeded');
  });

  it.each([
    ['succeed', 'succeeded'],
    ['fail', 'requires_payment_method'],
  ])('answers for the bank: %s', async (act, status) => {
    const intent = await stripe.paymentIntents.create({
      amount: 5000,
      currency: 'cny',
      payment_method: 'pm_card_threeDSecure2Required',
      return_url: 'https://muheng.example/back',
      confirm: true,
    });
    await post(`/pay/${intent.id}`, { client_secret: intent.client_secret!, act });
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe(status);
  });
});
