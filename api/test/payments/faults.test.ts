import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { SubmitPayment } from '../../src/core.js';
import { systemActor } from '../../src/kernel/access/actor.js';
import { ConfirmPayment } from '../../src/modules/payments/application/confirm-payment.use-case.js';
import { PaymentQueries } from '../../src/modules/payments/application/payment.queries.js';
import { requestRefund } from '../../src/modules/payments/application/request-refund.js';
import { contextOf } from '../support/actors.js';
import { onStage } from '../settlement/on-stage.js';

const on = onStage();
afterEach(async () => {
  await on.gateway.test('DELETE', '/test/faults');
});

const stateOf = async (id: string) =>
  (
    await on.stage.sql<{ state: string; failure_code: string | null }>(
      'select state, failure_code from payment where id = $1',
      [id],
    )
  )[0];
const resolve = (id: string) => on.stage.get(SubmitPayment).resolve(contextOf(systemActor), id);
const charges = async (): Promise<number> => {
  let n = 0;
  for await (const charge of on.gateway.client().charges.list({ limit: 100 }))
    if (charge.status === 'succeeded') n += 1;
  return n;
};

describe('a provider that misbehaves', () => {
  it('commits and never answers: unknown until looked up, and charged once', async () => {
    const before = await charges();
    const fault = {
      kind: 'commit-then-timeout',
      count: 3,
      method: 'POST',
      path: '/v1/payment_intents',
      delayMs: 100,
    };
    await on.gateway.test('POST', '/test/faults', fault);
    const id = await on.stage.payDeposit('640106', crypto.randomUUID(), 100_00n);
    expect((await stateOf(id))?.state).toBe('unknown');
    await resolve(id);
    expect((await stateOf(id))?.state).toBe('succeeded');
    expect(await charges()).toBe(before + 1);
  });

  it('cuts the line before it has done anything: looked up, not found, sent again with the same key', async () => {
    const fault = { kind: 'reset', count: 3, method: 'POST', path: '/v1/payment_intents' };
    await on.gateway.test('POST', '/test/faults', fault);
    const id = await on.stage.payDeposit('640106', crypto.randomUUID(), 200_00n);
    expect((await stateOf(id))?.state).toBe('unknown');
    await resolve(id);
    await resolve(id);
    expect((await stateOf(id))?.state).toBe('succeeded');
  });

  it('is asked ten times at once what became of a payment, and it is booked once', async () => {
    const fault = {
      kind: 'commit-then-timeout',
      count: 3,
      method: 'POST',
      path: '/v1/payment_intents',
      delayMs: 100,
    };
    await on.gateway.test('POST', '/test/faults', fault);
    const id = await on.stage.payDeposit('640106', crypto.randomUUID(), 300_00n);
    await Promise.all(Array.from({ length: 10 }, () => resolve(id)));
    const entries = await on.stage.sql('select 1 from entry where subject_id = $1', [id]);
    expect(entries).toHaveLength(1);
  });

  it('declines a card: the payment fails with its reason and another one may be tried', async () => {
    const id = await on.stage.payDeposit(
      '640106',
      crypto.randomUUID(),
      400_00n,
      'pm_card_chargeDeclinedInsufficientFunds',
    );
    expect(await stateOf(id)).toEqual({ state: 'failed', failure_code: 'insufficient_funds' });
    const payer = await on.stage.actor('640106');
    const again = await on.stage.get(ConfirmPayment).execute(contextOf(payer), id, { method: 'card' });
    expect(again.id).not.toBe(id);
    await on.stage.get(SubmitPayment).execute(contextOf(systemActor), again.id);
    expect((await on.stage.get(PaymentQueries).one(payer, again.id)).state).toBe('succeeded');
  });
});

describe('a 500, which the provider keeps under its key', () => {
  const kept500 = (path: string, count = 1) =>
    on.gateway.test('POST', '/test/faults', { kind: '500', count, method: 'POST', path });
  const attemptOf = async (table: 'payment' | 'refund' | 'payout', id: string) =>
    (await on.stage.sql<{ attempt: number }>(`select attempt from ${table} where id = $1`, [id]))[0]?.attempt;

  it('is not asked for again: looked up, not found, and sent under the next number', async () => {
    const before = await charges();
    await kept500('/v1/payment_intents');
    const id = await on.stage.payDeposit('640106', crypto.randomUUID(), 600_00n);
    expect((await stateOf(id))?.state).toBe('unknown');
    await Promise.all(Array.from({ length: 5 }, () => resolve(id)));
    expect((await stateOf(id))?.state).toBe('succeeded');
    expect(await attemptOf('payment', id)).toBe(2);
    expect(await charges()).toBe(before + 1);
  });

  it('may come several times, and for the customer first', async () => {
    const before = await charges();
    await kept500('/v1/customers');
    await kept500('/v1/payment_intents', 2);
    const id = await on.stage.payDeposit('640521', crypto.randomUUID(), 700_00n);
    await on.stage.drain();
    expect((await stateOf(id))?.state).toBe('succeeded');
    expect(await attemptOf('payment', id)).toBe(4);
    expect(await charges()).toBe(before + 1);
  });

  it('holds no refund up', async () => {
    const id = await on.stage.payDeposit('640106', crypto.randomUUID(), 800_00n);
    await kept500('/v1/refunds');
    const command = { name: 'test.refund', scope: 'market' } as const;
    await on.stage.work.run(command, contextOf(systemActor), { id }, (tx) =>
      requestRefund(tx, { paymentId: id, reason: 'lost' }),
    );
    await on.stage.drain();
    expect(await on.stage.sql('select state, attempt from refund where payment_id = $1', [id])).toEqual([
      { state: 'succeeded', attempt: 2 },
    ]);
  });

  it('holds no payout up', async () => {
    const sale = {
      seller: '640425',
      buyer: '640106',
      priceCny: '1000000.00',
      depositCny: '200000.00',
      areaHa: '10.0000',
      capacityKg: '60000.0000',
    };
    const { listingId } = await on.stage.sell(sale);
    await kept500('/v1/payouts');
    await on.stage.settle(listingId);
    expect((await on.stage.tradeOf(listingId))?.status).toBe('completed');
    expect(await on.stage.sql('select attempt, state from payout')).toEqual([
      { attempt: 2, state: 'succeeded' },
    ]);
  });
});

/** What a try may meet on its way to the provider and back; each is one fault of one call. */
const mishaps = fc.array(
  fc.record({
    kind: fc.constantFrom('commit-then-timeout', 'commit-then-timeout', '500', 'reset', '409', '429'),
    path: fc.constantFrom('/v1/payment_intents', '/v1/payment_intents', '/v1/customers'),
  }),
  { minLength: 1, maxLength: 4 },
);
const trials = process.env['LONG'] === '1' ? 500 : 8;
const atOnce = 4;

describe('faults of every kind, seeded', () => {
  it('charge once, and once only, after each', async () => {
    const before = await charges();
    const stories = fc.sample(mishaps, { numRuns: trials, seed: 20_260_105 });
    for (let i = 0; i < trials; i += atOnce) {
      const some = stories.slice(i, i + atOnce);
      for (const { kind, path } of some.flat()) {
        const fault = { kind, count: 1, method: 'POST', path, delayMs: 20 };
        await on.gateway.test('POST', '/test/faults', fault);
      }
      await on.gateway.test('POST', '/test/faults', {
        kind: 'commit-then-timeout',
        count: some.length,
        method: 'POST',
        path: '/v1/payment_intents',
        delayMs: 20,
      });
      const ids = await Promise.all(
        some.map((_, n) => on.stage.payDeposit('640106', crypto.randomUUID(), BigInt(i + n + 1) * 100n)),
      );
      for (let round = 0; round < 12; round += 1) {
        await on.stage.age();
        await on.stage.drain();
        const states = await Promise.all(ids.map(async (id) => (await stateOf(id))?.state));
        if (states.every((state) => state === 'succeeded')) break;
      }
      expect(await Promise.all(ids.map(async (id) => (await stateOf(id))?.state))).toEqual(
        ids.map(() => 'succeeded'),
      );
    }
    await on.gateway.test('DELETE', '/test/faults');
    expect(await charges()).toBe(before + trials);
  });
});

describe('refunds', () => {
  it('never exceed what was paid, however many ask at once', async () => {
    const id = await on.stage.payDeposit('640106', crypto.randomUUID(), 1000_00n);
    const ask = (i: number) =>
      on.stage.work.run({ name: 'test.refund', scope: 'market' }, contextOf(systemActor), { i }, (tx) =>
        requestRefund(tx, { paymentId: id, reason: `part-${i}`, amount: 300_00n }),
      );
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => ask(i)));
    expect(answers.filter((answer) => answer !== null)).toHaveLength(3);
    await on.stage.drain();
    const [paid] = await on.stage.sql('select refunded from payment where id = $1', [id]);
    expect(paid).toEqual({ refunded: 900_00n });
    expect(await on.stage.sql(`select state from refund where payment_id = $1 group by state`, [id])).toEqual(
      [{ state: 'succeeded' }],
    );
  });

  it('come back to the deposit when the bank sends them back after all', async () => {
    const id = await on.stage.payDeposit('640106', crypto.randomUUID(), 500_00n, 'pm_card_refundFail');
    const command = { name: 'test.refund', scope: 'market' } as const;
    await on.stage.work.run(command, contextOf(systemActor), { id }, (tx) =>
      requestRefund(tx, { paymentId: id, reason: 'lost' }),
    );
    await on.stage.drain();
    const [refund] = await on.stage.sql<{ id: string; state: string }>(
      'select id, state from refund where payment_id = $1',
      [id],
    );
    expect(refund?.state).toBe('succeeded');
    await on.stage.refundComesBack(refund?.id ?? '');
    expect(await on.stage.sql('select refunded from payment where id = $1', [id])).toEqual([
      { refunded: 0n },
    ]);
    // The money is held again and can go back another way, under a new key.
    await on.stage.work.run(command, contextOf(systemActor), { id, again: true }, (tx) =>
      requestRefund(tx, { paymentId: id, reason: 'lost' }),
    );
    await on.stage.drain();
    expect(await on.stage.sql('select refunded from payment where id = $1', [id])).toEqual([
      { refunded: 500_00n },
    ]);
  });
});
