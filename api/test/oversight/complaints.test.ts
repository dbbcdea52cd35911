import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { systemActor } from '../../src/kernel/access/actor.js';
import { ObjectToTrade } from '../../src/modules/oversight/application/object-to-trade.use-case.js';
import { PriceIndexQueries } from '../../src/modules/oversight/application/price-index.queries.js';
import { Report } from '../../src/modules/oversight/application/report.use-case.js';
import { AwardTrade } from '../../src/modules/settlement/application/award-trade.use-case.js';
import { ConfirmTrade } from '../../src/modules/settlement/application/confirm-trade.use-case.js';
import { contextOf } from '../support/actors.js';
import { onStage, smallSale as sale } from '../settlement/on-stage.js';

const on = onStage();

async function awarded(): Promise<string> {
  const { listingId } = await on.stage.sell(sale);
  const trade = (await on.stage.get(AwardTrade).execute(contextOf(systemActor), listingId)) ?? '';
  await publicityEndsIn(trade, '5 d');
  return trade;
}
const by = async (party: string) => contextOf(await on.stage.actor(party, ['regulator', 'bidder']));
const objections = () => on.stage.get(ObjectToTrade);
const object = async (party: string, trade: string) =>
  objections().object(await by(party), trade, { reason: '受让方不具备资格' });
const decide = async (party: string, id: string, uphold: boolean) =>
  objections().decide(await by(party), id, { uphold, reason: '经核查' });
const stateOf = async (trade: string) => {
  const [row] = await on.stage.sql<{ status: string; late: boolean }>(
    `select status, publicity_ends_at > app_now() as late from trade where id = '${trade}'`,
  );
  return row;
};
const publicityEndsIn = (trade: string, interval: string) =>
  on.stage.work.run({ name: 'test.pass', scope: 'market' }, contextOf(systemActor), {}, (tx) =>
    tx.query('update trade set publicity_ends_at = app_now() + $2::interval where id = $1', [
      trade,
      interval,
    ]),
  );
const endPublicity = (trade: string) => publicityEndsIn(trade, '-1 h');
const confirm = async (trade: string) => on.stage.get(ConfirmTrade).execute(await by('640000'), trade);

describe('an objection in the stand-still', () => {
  it('stops the trade by itself, and dismissed it starts the stand-still anew; the government hears it next', async () => {
    const trade = await awarded();
    const first = await object('640221', trade);
    expect(first).toMatchObject({ level: 1, owner: { code: '640000' }, outcome: null });
    expect(await stateOf(trade)).toMatchObject({ status: 'objection-hold' });
    await endPublicity(trade);
    await confirm(trade);
    expect(await stateOf(trade)).toMatchObject({ status: 'objection-hold' });
    await expect(object('640221', trade)).rejects.toMatchObject({ code: 'complaint.already-open' });
    await expect(decide('640000-GOV', first.id, false)).rejects.toMatchObject({
      code: 'complaint.not-yours',
    });

    expect(await decide('640000', first.id, false)).toMatchObject({ outcome: 'dismissed', answer: '经核查' });
    expect(await stateOf(trade)).toEqual({ status: 'result-publicity', late: true });
    await expect(decide('640000', first.id, true)).rejects.toMatchObject({ code: 'complaint.decided' });

    const second = await object('640221', trade);
    expect(second).toMatchObject({ level: 2, owner: { code: '640000-GOV' } });
    await decide('640000-GOV', second.id, false);
    await expect(object('640221', trade)).rejects.toMatchObject({ code: 'complaint.exhausted' });
    await endPublicity(trade);
    await confirm(trade);
    expect(await stateOf(trade)).toMatchObject({ status: 'confirmed' });
    await expect(object('640324', trade)).rejects.toMatchObject({ code: 'complaint.not-in-standstill' });
  });

  it('waits for the last of several, and upheld it annuls the award: quota and deposit go back', async () => {
    const trade = await awarded();
    const [one, other] = [await object('640221', trade), await object('640324', trade)];
    await decide('640000', one.id, false);
    expect(await stateOf(trade)).toMatchObject({ status: 'objection-hold' });
    await decide('640000', other.id, true);
    expect(await stateOf(trade)).toMatchObject({ status: 'annulled' });
    await on.stage.drain();
    const refunds = await on.stage.sql<{ n: number }>(
      `select count(*)::int as n from refund f join payment p on p.id = f.payment_id join registration r on r.id = p.subject_id
       join trade t on t.listing_id = r.listing_id and t.buyer_id = r.buyer_id where t.id = '${trade}'`,
    );
    expect(refunds).toEqual([{ n: 1 }]);
  });

  it('says why: without a reason nothing is stopped or decided', async () => {
    const trade = await awarded();
    const empty = { reason: '' };
    await expect(objections().object(await by('640221'), trade, empty)).rejects.toMatchObject({
      code: 'oversight.reason-missing',
    });
    expect(await stateOf(trade)).toMatchObject({ status: 'result-publicity' });
  });
});

describe('a report', () => {
  it('by anyone has an owner, a deadline and an answer, read by its receipt', async () => {
    const trade = await awarded();
    const reports = on.stage.get(Report);
    const { receipt } = await reports.file(null, 'test', {
      subjectType: 'trade',
      subjectId: trade,
      body: '怀疑串通竞买',
      contact: '13900000000',
    });
    const waiting = await reports.byReceipt(receipt);
    expect(waiting).toMatchObject({ owner: { code: '640000' }, answer: null });
    const region = await on.stage.actor('640000', ['regulator']);
    const { items } = await reports.list(region, { state: 'open', limit: 20 });
    const mine = items.find((each) => each.kind === 'report');
    expect(mine).toMatchObject({ subjectId: trade, contact: '13900000000', filedBy: null });
    await reports.answer(contextOf(region), mine?.id ?? '', { answer: '已核查，未发现。' });
    expect(await reports.byReceipt(receipt)).toMatchObject({ answer: '已核查，未发现。' });
    // What it is about can also be named by the number that people see.
    const [{ number } = { number: '' }] = await on.stage.sql<{ number: string }>(
      `select number from trade where id = '${trade}'`,
    );
    await reports.file(null, 'test', { subjectType: 'trade', subjectId: number, body: '按编号举报' });
    expect(
      (await reports.list(region, { state: 'open', limit: 20 })).items.find(
        ({ body }) => body === '按编号举报',
      ),
    ).toMatchObject({ subjectId: trade });
    const wrong = { subjectType: 'trade', subjectId: 'NX-0000', body: '查无此号' } as const;
    await expect(reports.file(null, 'test', wrong)).rejects.toMatchObject({
      code: 'request.not-found',
      pointer: '/subjectId',
    });
    const stranger = await on.stage.actor('640221', ['bidder']);
    expect(
      (await reports.list(stranger, { state: 'all', limit: 20 })).items.filter(
        (each) => each.kind === 'report',
      ),
    ).toEqual([]);
    // Somebody of the seller's own speaks up: the region knows who, and neither colleagues nor the city that watches them.
    const insider = await on.stage.actor('640425', ['maker']);
    await reports.file(insider, 'test', {
      subjectType: 'trade',
      subjectId: trade,
      body: '内部举报',
      contact: '微信',
    });
    const seen = async (party: string, role: 'regulator' | 'maker') =>
      (await reports.list(await on.stage.actor(party, [role]), { state: 'open', limit: 50 })).items.filter(
        ({ body }) => body === '内部举报',
      );
    const { items: own } = await reports.list(insider, { state: 'open', limit: 50 });
    expect(own.filter(({ body }) => body === '内部举报')).toHaveLength(1);
    expect(await seen('640000', 'regulator')).toMatchObject([
      { contact: '微信', filedBy: { code: '640425' } },
    ]);
    expect(await seen('640400', 'regulator')).toMatchObject([{ contact: null, filedBy: null }]);
    const colleague = { ...insider, personId: randomUUID() };
    const { items: theirs } = await reports.list(colleague, { state: 'open', limit: 50 });
    expect(theirs.filter(({ body }) => body === '内部举报')).toEqual([]);
    await expect(
      reports.file(null, 'test', { subjectType: 'lot', subjectId: trade, body: '…' }),
    ).rejects.toMatchObject({ code: 'request.not-found' });
  });
});

describe('the price index', () => {
  it('counts what stands, by month, class and grade, and leaves out what was annulled', async () => {
    const { series, method } = await on.stage.get(PriceIndexQueries).index({ quota: 'SFQ' });
    expect(method.en).toContain('total price over total quantity');
    expect(series).toMatchObject([
      { component: 'area', priceClass: 'dry', grade: 12, kind: 'open', unitCny: '5555.56', trades: 3 },
    ]);
    const { items } = await on.stage.get(PriceIndexQueries).rows({ quota: 'SFQ', limit: 2 });
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      seller: '640425',
      buyer: '640106',
      totalCny: '50000.00',
      unitCny: '5555.56',
    });
  });
});
