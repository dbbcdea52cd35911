import { parseCny } from '@muheng/contracts/common/quantity';
import { describe, expect, it } from 'vitest';
import { systemActor } from '../../src/kernel/access/actor.js';
import { giveBackDeposits } from '../../src/modules/payments/application/give-back-deposit.js';
import { WalletQueries } from '../../src/modules/payments/application/wallet/wallet.queries.js';
import { WithdrawFromWallet } from '../../src/modules/payments/application/wallet/withdraw-from-wallet.use-case.js';
import { AwardTrade } from '../../src/modules/settlement/application/award-trade.use-case.js';
import { SignTrade } from '../../src/modules/settlement/application/sign-trade.use-case.js';
import { onStage, smallSale } from '../settlement/on-stage.js';
import { contextOf } from '../support/actors.js';

const on = onStage();

const walletOf = async (code: string) => on.stage.get(WalletQueries).mine(await on.stage.actor(code));
const withdraw = async (code: string, amountCny: string) =>
  on.stage.get(WithdrawFromWallet).execute(contextOf(await on.stage.actor(code)), { amountCny });
const inMarket = <T>(name: string, act: Parameters<typeof on.stage.work.run<object, T>>[3]) =>
  on.stage.work.run({ name: `test.${name}`, scope: 'market' }, contextOf(systemActor), {}, act);
const coverStates = (code: string) =>
  on.stage.sql<{ state: string; used: bigint }>(
    `select c.state, c.used from deposit_cover c join party y on y.id = c.party_id where y.code = $1 order by c.covered_at`,
    [code],
  );
const lapseContract = async (tradeId: string): Promise<void> => {
  await inMarket('pass', (tx) =>
    tx.query(`update trade set contract_due_at = app_now() - interval '1 d' where id = $1`, [tradeId]),
  );
  await on.stage.drain();
};

describe('one deposit for several auctions', () => {
  it('stands for as many as its money reaches, and is applied, released and free again, each once', async () => {
    const { stage } = on;
    await stage.topUp('640106', '15000.00');
    await stage.topUp('640106', '8000.00');
    const covered = { ...smallSale, losers: ['640104'], covered: ['640106'] };
    const won = await stage.sell(covered);
    const lost = await stage.sell({ ...covered, buyer: '640104', losers: ['640106'] });
    await expect(stage.sell(covered)).rejects.toMatchObject({
      code: 'payment.wallet-limit',
      params: { freeCny: '3000.00', neededCny: '10000.00' },
    });
    expect(await walletOf('640106')).toMatchObject({
      fundsCny: '23000.00',
      heldCny: '20000.00',
      coverableCny: '3000.00',
      withdrawableCny: '3000.00',
    });
    await stage.settle(won.listingId);
    await stage.settle(lost.listingId);
    expect(await stage.tradeOf(won.listingId)).toMatchObject({
      status: 'completed',
      depositCny: '10000.00',
      balance: { amountCny: '40000.00' },
    });
    expect(await coverStates('640106')).toEqual([
      { state: 'applied', used: 10_000_00n },
      { state: 'released', used: 0n },
    ]);
    const states = await stage.sql<{ status: string }>(
      `select r.status from registration r join party y on y.id = r.buyer_id
       where y.code = '640106' and r.listing_id = any($1) order by r.listing_id`,
      [[won.listingId, lost.listingId]],
    );
    expect(states.map(({ status }) => status)).toEqual(['deposit-applied', 'refunded']);
    // The first money in is used first; nothing has gone to the bank.
    expect(await walletOf('640106')).toMatchObject({
      fundsCny: '13000.00',
      heldCny: '0.00',
      withdrawals: [],
      topUps: [{ amountCny: '8000.00' }, { amountCny: '15000.00' }],
    });
  });

  it('pays out what stands for nothing, from each payment that it came in by, and no 分 more', async () => {
    await expect(withdraw('640106', '13000.01')).rejects.toMatchObject({
      code: 'payment.wallet-bound',
      params: { freeCny: '13000.00' },
    });
    await withdraw('640106', '6000.00');
    await on.stage.drain();
    expect(await walletOf('640106')).toMatchObject({
      fundsCny: '7000.00',
      withdrawals: [
        { amountCny: '1000.00', state: 'succeeded' },
        { amountCny: '5000.00', state: 'succeeded' },
      ],
    });
  });

  it('never covers or pays out more than there is, however many ask at once', async () => {
    const { stage } = on;
    await stage.topUp('640105', '25000.00');
    const sales = await Promise.all(
      Array.from({ length: 4 }, () =>
        stage.sell({ ...smallSale, buyer: '640105', covered: ['640105'] }).then(
          () => 'covered',
          (error: { code: string }) => error.code,
        ),
      ),
    );
    expect(sales.sort()).toEqual(['covered', 'covered', 'payment.wallet-limit', 'payment.wallet-limit']);
    const taken = await Promise.allSettled(Array.from({ length: 5 }, () => withdraw('640105', '5000.00')));
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await walletOf('640105')).toMatchObject({ fundsCny: '20000.00', heldCny: '20000.00' });
  });

  it('is walled by the database: no cover beyond the money, no second end, no other listing, no refund of what stands', async () => {
    const [held] = await on.stage.sql<{ registration: string; listing: string; party: string }>(
      `select registration_id as registration, listing_id as listing, party_id as party from deposit_cover
       where state = 'held' limit 1`,
    );
    const [other] = await on.stage.sql<{ id: string }>(
      'select id from registration where id not in (select registration_id from deposit_cover) limit 1',
    );
    const violations = [
      `update deposit_cover set state = 'held', resolved_at = null, used = 0 where state = 'released'`,
      `update deposit_cover set state = 'forfeited' where state = 'released'`,
      `update deposit_cover set amount = amount + 1 where state = 'held'`,
      `delete from deposit_cover`,
      `update payment set refunded = amount where subject_type = 'wallet' and state = 'succeeded' and applied = 0
         and party_id = '${held?.party}'`,
      `insert into deposit_cover (registration_id, listing_id, party_id, region_code, amount, limit_pct, state, covered_at)
         values ('${other?.id}', '${held?.listing}', '${held?.party}', '640105', 1, 100, 'held', app_now())`,
      `update registration set status = 'qualified' where id = '${other?.id}';
         update registration set status = 'bidding-right', deposit = 7 where id = '${other?.id}'`,
    ];
    for (const violation of violations) {
      const refused = inMarket('violate', (tx) => tx.query(violation));
      await expect(refused, violation).rejects.toThrow(/deposit|wallet|covers|foreign key|constraint/);
    }
  });
});

describe('cases that broke others', () => {
  it('a deposit equal to the price: nothing more is owed, and what the wallet has beyond it stays', async () => {
    const { stage } = on;
    await stage.topUp('640121', '60000.00');
    const equal = { ...smallSale, buyer: '640121', depositCny: '50000.00', covered: ['640121'] };
    const { listingId } = await stage.sell(equal);
    await stage.settle(listingId);
    expect(await stage.tradeOf(listingId)).toMatchObject({ status: 'completed', balance: null });
    expect(await walletOf('640121')).toMatchObject({ fundsCny: '10000.00', heldCny: '0.00' });
  });

  it('a deposit above the price: only the price is used', async () => {
    const { stage } = on;
    await stage.topUp('640122', '60000.00');
    const above = { ...smallSale, buyer: '640122', depositCny: '50000.01', covered: ['640122'] };
    const { listingId } = await stage.sell(above);
    await stage.settle(listingId);
    expect(await stage.tradeOf(listingId)).toMatchObject({ status: 'completed', depositCny: '50000.00' });
    expect(await walletOf('640122')).toMatchObject({ fundsCny: '10000.00', heldCny: '0.00' });
  });

  it('a re-auction: the defaulter’s deposit is lost once, and the loser’s money stands for the new auction', async () => {
    const { stage } = on;
    await stage.topUp('640181', '10000.00');
    await stage.topUp('640202', '10000.00');
    const auction = { ...smallSale, buyer: '640181', losers: ['640202'], covered: ['640181', '640202'] };
    const first = await stage.sell(auction);
    await stage.drain();
    await lapseContract((await stage.tradeOf(first.listingId))?.id ?? '');
    expect(await stage.tradeOf(first.listingId)).toMatchObject({
      status: 'defaulted',
      proceeds: [{ to: 'forfeited-deposit', amountCny: '10000.00' }],
    });
    expect(await coverStates('640181')).toEqual([{ state: 'forfeited', used: 10_000_00n }]);
    expect(await walletOf('640181')).toMatchObject({ fundsCny: '0.00', withdrawableCny: '0.00' });
    const again = await stage.sell({ ...auction, buyer: '640202', losers: [], covered: ['640202'] });
    await stage.settle(again.listingId);
    expect((await stage.tradeOf(again.listingId))?.status).toBe('completed');
    expect(await coverStates('640202')).toEqual([
      { state: 'released', used: 0n },
      { state: 'applied', used: 10_000_00n },
    ]);
  });

  it('a default after the deposit went into the price: lost from there, and not a second time from the wallet', async () => {
    const { stage } = on;
    await stage.topUp('640205', '30000.00');
    const { listingId } = await stage.sell({ ...smallSale, buyer: '640205', covered: ['640205'] });
    await stage.drain();
    await stage.act(listingId);
    await stage.drain();
    const { id } = (await stage.tradeOf(listingId)) ?? { id: '' };
    await inMarket('pass', (tx) =>
      tx.query(`update trade set payment_due_at = app_now() - interval '31 d' where id = $1`, [id]),
    );
    await stage.drain();
    expect(await stage.tradeOf(listingId)).toMatchObject({ status: 'defaulted' });
    expect(await coverStates('640205')).toEqual([{ state: 'forfeited', used: 10_000_00n }]);
    expect(await walletOf('640205')).toMatchObject({ fundsCny: '20000.00', heldCny: '0.00' });
  });

  it('a banned bidder still owes and may still pay what it has won', async () => {
    const { stage } = on;
    const { listingId } = await stage.sell({ ...smallSale, buyer: '640221' });
    await stage.drain();
    await inMarket('ban', (tx) =>
      tx.query(
        `insert into suspension (id, party_id, region_code, ground, reason, from_at, until_at)
         select gen_random_uuid(), id, region_code, 'default', '测试', app_now(), app_now() + interval '1 year'
         from party where code = '640221'`,
      ),
    );
    await stage.settle(listingId);
    expect((await stage.tradeOf(listingId))?.status).toBe('completed');
    // Its wallet is its own: what stands for nothing can be taken out, ban or no ban.
    await stage.topUp('640221', '500.00');
    await withdraw('640221', '500.00');
    await stage.drain();
    expect(await walletOf('640221')).toMatchObject({ fundsCny: '0.00' });
  });

  it('a refund that fails: the money is in the wallet again and stands for the next deposit', async () => {
    const { stage } = on;
    await stage.topUp('640323', '10000.00', 'pm_card_refundFail');
    await withdraw('640323', '10000.00');
    await stage.drain();
    const [refund] = await stage.sql<{ id: string }>(
      `select f.id from refund f join party y on y.id = f.party_id where y.code = '640323'`,
    );
    await stage.refundComesBack(refund?.id ?? '');
    expect(await walletOf('640323')).toMatchObject({
      fundsCny: '10000.00',
      withdrawals: [{ state: 'failed' }],
    });
    const { listingId } = await stage.sell({ ...smallSale, buyer: '640323', covered: ['640323'] });
    await stage.settle(listingId);
    expect((await stage.tradeOf(listingId))?.status).toBe('completed');
  });

  it('a seller’s default: the deposit is free in the wallet at once', async () => {
    const { stage } = on;
    await stage.topUp('640324', '10000.00');
    const { listingId } = await stage.sell({
      ...smallSale,
      seller: '640522',
      buyer: '640324',
      covered: ['640324'],
    });
    await stage.drain();
    const { id } = (await stage.tradeOf(listingId)) ?? { id: '' };
    await stage.get(SignTrade).execute(contextOf(await stage.actor('640324')), id);
    await lapseContract(id);
    expect((await stage.tradeOf(listingId))?.status).toBe('defaulted');
    expect(await walletOf('640324')).toMatchObject({ fundsCny: '10000.00', heldCny: '0.00' });
  });

  it('giving back twice, and the award judged twice, change nothing', async () => {
    const { stage } = on;
    await stage.topUp('640422', '10000.00');
    const { listingId, registrations } = await stage.sell({
      ...smallSale,
      buyer: '640423',
      losers: ['640422'],
      covered: ['640422'],
    });
    await stage.drain();
    const registrationId = registrations.find(({ code }) => code === '640422')?.registrationId ?? '';
    const again = await inMarket('again', async (tx) => {
      const given = await giveBackDeposits(tx, [registrationId], { reason: 'lost' });
      return [...given.values()].map(({ amount, isFree }) => ({ amount: String(amount), isFree }));
    });
    expect(again).toEqual([{ amount: '0', isFree: false }]);
    await stage.get(AwardTrade).execute(contextOf(systemActor), listingId);
    expect(await coverStates('640422')).toEqual([{ state: 'released', used: 0n }]);
    expect(parseCny((await walletOf('640422')).fundsCny)).toBe(10_000_00n);
  });
});
