import { describe, expect, it } from 'vitest';
import { formatCny, parseCny } from '@muheng/contracts/common/quantity';
import { PayTrade } from '../../src/modules/settlement/application/pay-trade.use-case.js';
import { lateCharge } from '../../src/modules/settlement/domain/late-charge.js';
import { SignTrade } from '../../src/modules/settlement/application/sign-trade.use-case.js';
import { contextOf } from '../support/actors.js';
import { onStage, smallSale as sale } from './on-stage.js';

const on = onStage();

const passed = async (tradeId: string, column: 'contract_due_at' | 'payment_due_at'): Promise<void> => {
  const context = contextOf(await on.stage.actor('640000'));
  await on.stage.work.run({ name: 'test.pass', scope: 'market' }, context, { tradeId, column }, (tx) =>
    tx.query(`update trade set ${column} = app_now() - interval '31 d' where id = $1`, [tradeId]),
  );
};
const available = async (): Promise<bigint> =>
  (
    await on.stage.sql<{ balance: bigint }>(
      `select a.balance from account a join party y on y.id = a.party_id
       where y.code = '640425' and a.asset = 'SFQ.AREA' and a.bucket = 'available'`,
    )
  )[0]?.balance ?? 0n;
const bans = (code: string) =>
  on.stage.sql<{ months: number }>(
    `select round(extract(epoch from s.until_at - s.from_at) / 86400 / 30.4)::int as months
     from suspension s join party y on y.id = s.party_id where y.code = $1 and s.ground = 'default' order by s.from_at`,
    [code],
  );

describe('a deadline that somebody lets pass', () => {
  it('a contract that nobody signs: the buyer loses its deposit to the seller, the quota goes back', async () => {
    const { listingId } = await on.stage.sell(sale);
    await on.stage.drain();
    const trade = await on.stage.tradeOf(listingId);
    const before = await available();
    await passed(trade?.id ?? '', 'contract_due_at');
    await on.stage.drain();
    const after = await on.stage.tradeOf(listingId);
    expect(after?.status).toBe('defaulted');
    expect(after?.proceeds).toMatchObject([
      { to: 'forfeited-deposit', partyCode: '640425', amountCny: '10000.00' },
    ]);
    expect(await available()).toBe(before + 6_000n);
    expect(await bans('640106')).toEqual([{ months: 12 }]);
  });

  it('a seller who does not sign: the buyer gets its deposit back', async () => {
    const { listingId, deposits } = await on.stage.sell(sale);
    await on.stage.drain();
    const trade = await on.stage.tradeOf(listingId);
    await on.stage.get(SignTrade).execute(contextOf(await on.stage.actor('640106')), trade?.id ?? '');
    await passed(trade?.id ?? '', 'contract_due_at');
    await on.stage.drain();
    expect((await on.stage.tradeOf(listingId))?.status).toBe('defaulted');
    expect(await on.stage.sql('select state from refund where payment_id = $1', [deposits[0]])).toEqual([
      { state: 'succeeded' },
    ]);
    expect(await bans('640425')).toHaveLength(1);
  });

  it('a balance that never comes: what went into the price is lost, and the second ban is longer', async () => {
    const { listingId } = await on.stage.sell(sale);
    await on.stage.drain();
    await on.stage.act(listingId);
    await on.stage.drain();
    // The buyer announces a bank transfer and never makes it.
    await on.stage.act(listingId);
    await on.stage.drain();
    const trade = await on.stage.tradeOf(listingId);
    expect(trade).toMatchObject({ status: 'payment-due', balance: { state: 'submitted' } });
    await passed(trade?.id ?? '', 'payment_due_at');
    await on.stage.drain();
    const after = await on.stage.tradeOf(listingId);
    expect(after).toMatchObject({ status: 'defaulted', balance: null });
    expect(after?.proceeds).toMatchObject([{ to: 'forfeited-deposit', amountCny: '10000.00' }]);
    expect(await bans('640106')).toEqual([{ months: 12 }, { months: 36 }]);
  });
});

describe('a price that comes late', () => {
  it('costs a charge for each day that has begun; the quota waits for it, and it is the seller’s', async () => {
    const { listingId } = await on.stage.sell({ ...sale, buyer: '640104' });
    await on.stage.drain();
    await on.stage.act(listingId);
    await on.stage.drain();
    const context = contextOf(await on.stage.actor('640000'));
    const { id } = (await on.stage.tradeOf(listingId)) ?? { id: '' };
    await on.stage.work.run({ name: 'test.late', scope: 'market' }, context, { id }, (tx) =>
      tx.query(`update trade set payment_due_at = app_now() - interval '3 d' where id = $1`, [id]),
    );
    const before = await on.stage.tradeOf(listingId);
    expect(before?.late).toMatchObject({ paymentId: null, state: null });
    const buyer = contextOf(await on.stage.actor('640104'));
    const byCard = { method: 'card', cardToken: 'pm_card_visa' } as const;
    await on.stage.get(PayTrade).execute(buyer, id, byCard);
    await on.stage.drain();
    const asked = await on.stage.tradeOf(listingId);
    const charge = lateCharge(
      parseCny(asked?.balance?.amountCny ?? '0.00'),
      new Date(Date.now() - 3.5 * 86_400_000),
      new Date(),
      { lateDailyPct: 0.05 },
    );
    expect(asked).toMatchObject({
      status: 'payment-due',
      balance: { state: 'succeeded' },
      late: { amountCny: formatCny(charge), state: 'requested' },
    });
    await on.stage.get(PayTrade).execute({ ...buyer, key: crypto.randomUUID() }, id, byCard);
    await on.stage.settle(listingId);
    const after = await on.stage.tradeOf(listingId);
    expect(after?.status).toBe('completed');
    expect(after?.proceeds.map(({ to, amountCny }) => [to, amountCny])).toEqual([
      ['county', sale.priceCny],
      ['late-charge', formatCny(charge)],
    ]);
  });
});
