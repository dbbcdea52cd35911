import { describe, expect, it } from 'vitest';
import { systemActor } from '../../src/kernel/access/actor.js';
import { ConfirmPayment } from '../../src/modules/payments/application/confirm-payment.use-case.js';
import { PayTrade } from '../../src/modules/settlement/application/pay-trade.use-case.js';
import { RunnerUpOffers } from '../../src/modules/settlement/application/runner-up/runner-up-offers.use-case.js';
import { SignTrade } from '../../src/modules/settlement/application/sign-trade.use-case.js';
import { contextOf } from '../support/actors.js';
import { onStage, smallSale } from './on-stage.js';
import type { Sale } from './stage.js';

const on = onStage();
const byCard = { method: 'card', cardToken: 'pm_card_visa' } as const;

const pass = async (
  table: 'trade' | 'runner_up_offer',
  column: string,
  id: string,
  ago: string,
): Promise<void> => {
  await on.stage.work.run(
    { name: 'test.pass', scope: 'market' },
    contextOf(systemActor),
    { id, column },
    (tx) => tx.query(`update ${table} set ${column} = app_now() - $2::interval where id = $1`, [id, ago]),
  );
};
const holds = async (code: string, bucket: string): Promise<bigint> =>
  (
    await on.stage.sql<{ balance: bigint }>(
      `select a.balance from account a join party y on y.id = a.party_id
       where y.code = $1 and a.asset = 'SFQ.AREA' and a.bucket = $2`,
      [code, bucket],
    )
  )[0]?.balance ?? 0n;
const open = async (sale: Sale): Promise<{ listingId: string; tradeId: string }> => {
  const { listingId } = await on.stage.sell(sale);
  await on.stage.drain();
  return { listingId, tradeId: (await on.stage.tradeOf(listingId))?.id ?? '' };
};

describe('a seller in default', () => {
  it('owes the deposit once more, is banned, and finds the same quantity frozen; others of the lot go on', async () => {
    const { stage } = on;
    const sale = { ...smallSale, seller: '640522', buyer: '640104' };
    const { listingId, tradeId } = await open(sale);
    await stage.get(SignTrade).execute(contextOf(await stage.actor('640104')), tradeId);
    const before = await holds('640522', 'available');
    await pass('trade', 'contract_due_at', tradeId, '1 d');
    await stage.drain();
    const trade = await stage.tradeOf(listingId);
    expect(trade).toMatchObject({
      status: 'defaulted',
      compensation: { amountCny: '10000.00', state: 'requested' },
      proceeds: [],
    });
    expect(await holds('640522', 'available')).toBe(before);
    expect(await holds('640522', 'frozen')).toBe(6_000n);
    const seller = await stage.actor('640522');
    const payment = trade?.compensation?.paymentId ?? '';
    await stage.get(ConfirmPayment).execute(contextOf(seller), payment, byCard);
    await stage.drain();
    await stage.drain();
    expect((await stage.tradeOf(listingId))?.proceeds).toMatchObject([
      { to: 'double-deposit', partyCode: '640104', amountCny: '10000.00', state: 'waiting' },
    ]);
    const back = await stage.sql<{ total: bigint }>(
      `select sum(r.amount)::bigint as total from refund r join party y on y.id = r.party_id where y.code = '640104'`,
    );
    expect(back).toEqual([{ total: 10_000_00n }]);
  });
});

describe('a buyer in default where the policy asks the runner-up', () => {
  const contested = {
    ...smallSale,
    losers: ['640202', '640205'],
    losersBidCny: '40000.00',
    policy: { runnerUpOffer: 'on' },
  } as const;
  const defaulted = async (buyer: string) => {
    const { tradeId, listingId } = await open({ ...contested, buyer });
    await pass('trade', 'contract_due_at', tradeId, '1 d');
    await on.stage.drain();
    const runnerUp = await on.stage.actor('640202');
    const { items } = await on.stage.get(RunnerUpOffers).mine(runnerUp);
    return { listingId, runnerUp, offer: items[0], tradeId };
  };

  it('the next bidder buys at its own bid, from a result published anew', async () => {
    const { stage } = on;
    const { listingId, runnerUp, offer, tradeId } = await defaulted('640105');
    expect(offer).toMatchObject({ listingId, priceCny: '40000.01', state: 'open', tradeId: null });
    const offers = stage.get(RunnerUpOffers);
    await expect(
      offers.answer(contextOf(await stage.actor('640205')), offer?.id ?? '', true),
    ).rejects.toMatchObject({ code: 'settlement.offer-not-found' });
    await stage.need('640202', smallSale);
    const answered = await offers.answer(contextOf(runnerUp), offer?.id ?? '', true);
    expect(answered).toMatchObject({ state: 'accepted' });
    await expect(offers.answer(contextOf(runnerUp), offer?.id ?? '', false)).rejects.toMatchObject({
      code: 'settlement.offer-over',
    });
    expect(answered.tradeId).not.toBe(tradeId);
    await pass('trade', 'publicity_ends_at', answered.tradeId ?? '', '1 h');
    const area = await holds('640202', 'available');
    await stage.settle(listingId);
    expect(await stage.tradeOf(listingId)).toMatchObject({
      status: 'completed',
      buyer: { code: '640202' },
      priceCny: '40000.01',
      depositCny: '0.00',
    });
    expect(await holds('640202', 'available')).toBe(area + 6_000n);
  });

  it('a no, or silence, sends the quota back to its seller, once', async () => {
    const { stage } = on;
    const before = await holds('640425', 'available');
    const no = await defaulted('640121');
    expect(await holds('640425', 'in-settlement')).toBeGreaterThanOrEqual(6_000n);
    await stage.get(RunnerUpOffers).answer(contextOf(no.runnerUp), no.offer?.id ?? '', false);
    const silent = await defaulted('640122');
    await pass('runner_up_offer', 'expires_at', silent.offer?.id ?? '', '1 s');
    await expect(
      stage.get(RunnerUpOffers).answer(contextOf(silent.runnerUp), silent.offer?.id ?? '', true),
    ).rejects.toMatchObject({ code: 'settlement.offer-over' });
    await stage.drain();
    await stage.drain();
    const { items } = await stage.get(RunnerUpOffers).mine(silent.runnerUp);
    expect(items.slice(0, 2).map(({ state }) => state)).toEqual(['lapsed', 'declined']);
    // Each of the two sales banked a project of 1,000 ha for itself and got back what it had listed.
    expect(await holds('640425', 'available')).toBe(before + 20_000_000n);
  });

  it('nobody is asked where nobody else bid, or the policy says no', async () => {
    for (const sale of [
      { ...contested, losers: [], buyer: '640181' },
      { ...contested, policy: {}, buyer: '640221' },
    ]) {
      const { listingId, tradeId } = await open(sale);
      await pass('trade', 'contract_due_at', tradeId, '1 d');
      await on.stage.drain();
      expect((await on.stage.tradeOf(listingId))?.status).toBe('defaulted');
      const asked = await on.stage.sql('select 1 from runner_up_offer where listing_id = $1', [listingId]);
      expect(asked).toEqual([]);
    }
  });
});

describe('a balance in parts, where the pack allows it', () => {
  const inParts: Sale = {
    ...smallSale,
    policy: {
      installments: 'on',
      installmentPlan: [
        { pct: 60, days: 30 },
        { pct: 40, days: 60 },
      ],
    },
  };
  const signed = async (buyer: string) => {
    const { stage } = on;
    const { listingId, tradeId } = await open({ ...inParts, buyer });
    await stage.act(listingId);
    await stage.drain();
    return { listingId, tradeId };
  };
  const pay = async (buyer: string, tradeId: string) => {
    await on.stage.get(PayTrade).execute(contextOf(await on.stage.actor(buyer)), tradeId, byCard);
    await on.stage.drain();
  };

  it('asks for one part after the other; the quota moves with the last', async () => {
    const { stage } = on;
    const { listingId, tradeId } = await signed('640302');
    expect(await stage.tradeOf(listingId)).toMatchObject({
      status: 'payment-due',
      balance: { amountCny: '24000.00', state: 'requested' },
      instalments: [
        { part: 1, amountCny: '24000.00', state: 'requested' },
        { part: 2, amountCny: '16000.00', paymentId: null, state: null },
      ],
    });
    await pay('640302', tradeId);
    expect(await stage.tradeOf(listingId)).toMatchObject({
      status: 'payment-due',
      balance: { amountCny: '16000.00', state: 'requested' },
      instalments: [{ state: 'succeeded' }, { state: 'requested' }],
    });
    await pay('640302', tradeId);
    await stage.settle(listingId);
    expect((await stage.tradeOf(listingId))?.status).toBe('completed');
  });

  it('a part that never comes: the deposit is lost, the parts that came go back', async () => {
    const { stage } = on;
    const { listingId, tradeId } = await signed('640324');
    await pay('640324', tradeId);
    await pass('trade', 'payment_due_at', tradeId, '31 d');
    await stage.drain();
    expect(await stage.tradeOf(listingId)).toMatchObject({
      status: 'defaulted',
      proceeds: [{ to: 'forfeited-deposit', amountCny: '10000.00' }],
    });
    const refunds = await stage.sql(
      `select r.amount, r.state, r.reason from refund r join payment p on p.id = r.payment_id where p.subject_id = $1`,
      [tradeId],
    );
    expect(refunds).toEqual([{ amount: 24_000_00n, state: 'succeeded', reason: 'trade-ended' }]);
  });
});
