import { randomUUID } from 'node:crypto';
import type { planAct, planActs, planSet as planSetSchema, quotaRequests } from '@muheng/contracts/planner';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { CarryOutPlans } from '../../src/modules/planner/application/carry-out-plans.use-case.js';
import { FollowPlans } from '../../src/modules/planner/application/follow-plans.use-case.js';
import { AwardTrade } from '../../src/modules/settlement/application/award-trade.use-case.js';
import { as } from '../support/app.js';
import { AuctionHouse, byWorker, type RegistrationBody } from '../support/auction-house.js';
import { expectSound } from '../support/auditor.js';

type PlanSet = z.output<typeof planSetSchema>;
type Act = z.output<typeof planAct>;

const buyer = '640106';
let house: AuctionHouse;
const listed: Record<string, string> = {};

async function list(name: string, seller: string, areaHa: string, priceCny: string, more: object = {}) {
  const lotId = await house.lot(seller, { areaHa });
  await house.declare(seller);
  const body = { title: name, items: [{ lotId, areaHa }], startPriceCny: priceCny, ...more };
  listed[name] = (await house.notice(seller, body)).id;
  return lotId;
}

const bidder = async () => house.person(buyer, 'bidder');
const post = async (path: string, body: object = {}) => house.post(await bidder(), path, body);
const needs = async (): Promise<string[]> => {
  const { body } = await house.http.get(`/api/v1/needs?party=${buyer}&status=open`).set(as(await bidder()));
  return (body as { items: { id: string }[] }).items.map((each) => each.id);
};
const acts = async (): Promise<Act[]> => {
  const { body } = await house.http.get('/api/v1/my/plan-acts').set(as(await bidder()));
  return (body as z.output<typeof planActs>).items;
};
const statesOf = (act: Act | undefined) =>
  Object.fromEntries((act?.steps ?? []).map((step) => [step.title, step.state]));
async function requests(party: string): Promise<z.output<typeof quotaRequests>['items']> {
  const { body } = await house.http
    .get('/api/v1/my/quota-requests')
    .set(as(await house.person(party, 'maker')));
  return (body as z.output<typeof quotaRequests>).items;
}

let negotiable = '';
beforeAll(async () => {
  house = await AuctionHouse.open();
  // A listing that nobody wants: its lot may be asked for afterwards.
  negotiable = await list('unsold', '640324', '10.0000', '7000000.00');
  const unsold = await house.see(listed['unsold'] ?? '');
  await house.advanceTo(unsold.timetable.timedStartsAt);
  await house.clock.forward(10 * 60_000);
  await house.doDueWork();
  expect((await house.see(listed['unsold'] ?? '')).status).toBe('closed-failed');
  await house.recompute('640324');
  await list('auction', '640425', '20.0000', '15000000.00');
  await list('fixed', '640521', '15.0000', '11000000.00', { form: 'fixed-price' });
  await house.lot('640000', { areaHa: '30.0000' });
  await house.need(buyer, { areaHa: '60.0000' }, 'regional-key');
});
afterAll(async () => {
  await expectSound(house.database.urls.reconciler);
  await house.close();
});

let set: PlanSet;

test('plans with the reserve by the square metre and with a lot that found no buyer, each for what it is', async () => {
  set = (await post('/plans', { needId: (await needs())[0] })).body as PlanSet;
  const items = Object.fromEntries(
    (set.plans[0]?.items ?? []).map((item) => [item.source + item.form, item]),
  );
  expect(Object.keys(items).sort()).toEqual([
    'listingfixed-price',
    'listingtimed-bidding',
    'negotiablenegotiated',
    'reserveallocation',
  ]);
  // 60 ha less 20, 15 and 10: the rest comes out of the reserve, at the policy's price of 50,000.00 a 亩.
  expect(items['reserveallocation']).toMatchObject({
    listingId: null,
    divisible: true,
    quantities: { areaHa: '15.0000' },
    expectedCny: '11250000.00',
  });
  expect(items['negotiablenegotiated']).toMatchObject({ offerId: negotiable, expectedCny: '7000000.00' });
});

test('keeps what is locked, drops what is left out, and names what cannot be locked', async () => {
  const needId = (await needs())[0];
  const offers = set.plans[0]?.items ?? [];
  const idOf = (source: string, form: string) =>
    offers.find((item) => item.source === source && item.form === form)?.offerId ?? '';
  const reserve = idOf('reserve', 'allocation');
  const without = [idOf('listing', 'timed-bidding')];
  const lock = [{ offerId: reserve, parts: 250_000 }];
  const again = (await post('/plans', { needId, lock, without })).body as PlanSet;
  expect(again.plans[0]?.items.find((item) => item.offerId === reserve)).toMatchObject({
    locked: true,
    parts: 250_000,
    quantities: { areaHa: '25.0000' },
  });
  expect(again.excluded.find((each) => each.offerId === without[0])?.rule).toBe('left-out');
  expect(again.shortfall?.short.areaHa).toBe('10.0000');
  const cases: [object, string, string][] = [
    [{ offerId: randomUUID() }, 'planner.lock-unknown', '/lock/0/offerId'],
    [{ offerId: without[0] }, 'planner.lock-excluded', '/lock/0/offerId'],
    [{ offerId: reserve }, 'planner.lock-parts', '/lock/0/parts'],
    [{ offerId: reserve, parts: 300_001 }, 'planner.lock-parts', '/lock/0/parts'],
  ];
  for (const [each, code, pointer] of cases) {
    const { body } = await post('/plans', { needId, lock: [each], without });
    expect(body, code).toMatchObject({ code, errors: [{ pointer }] });
  }
});

test('one deposit that does not reach registers and asks for nothing; one that does begins all of it', async () => {
  const refused = await post(`/plans/${set.id}/acts`, { aim: 'least-cost', deposit: 'wallet' });
  expect(refused.body).toMatchObject({ code: 'payment.wallet-limit' });
  expect([await acts(), await requests('640000')]).toEqual([[], []]);
  const topUp = await post('/my/wallet/top-ups', { amountCny: '10000000.00', method: 'bank-transfer' });
  await house.payDeposit({ paymentId: (topUp.body as { id: string }).id } as RegistrationBody);
  const made = await post(`/plans/${set.id}/acts`, { aim: 'least-cost', deposit: 'wallet' });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const act = made.body as Act;
  expect(act.steps.map((step) => step.state).sort()).toEqual(['asked', 'asked', 'buying', 'ready']);
  expect(act).toMatchObject({ deposit: 'wallet', state: 'open' });
});

test('the fixed price is bought as soon as it opens, once, whichever job comes first', async () => {
  const carryOut = house.market.app.get(CarryOutPlans);
  const [act] = await acts();
  expect(await carryOut.execute(byWorker(), { actId: act?.id ?? '' })).toEqual({ bought: 0 });
  const fixed = listed['fixed'] ?? '';
  await house.advanceTo((await house.see(fixed)).timetable.opensAt);
  expect(await carryOut.execute(byWorker(), { listingId: fixed })).toEqual({ bought: 1 });
  expect(await carryOut.execute(byWorker(), { actId: act?.id ?? '' })).toEqual({ bought: 0 });
  await house.market.app.get(AwardTrade).execute(byWorker(), fixed);
  expect(statesOf((await acts())[0])).toMatchObject({ fixed: 'won', auction: 'ready' });
});

test('the region accepts: a draft that names the buyer; its sale is the step’s', async () => {
  const maker = await house.person('640000', 'maker');
  const [request] = await requests('640000');
  expect(request).toMatchObject({ kind: 'allocation', state: 'open', mine: true, buyer: { code: buyer } });
  const answer = async (who = maker) =>
    house.post(who, `/quota-requests/${request?.id}/answer`, { decision: 'accepted' });
  const stranger = await answer(await house.person('640425', 'maker'));
  expect(stranger.body).toMatchObject({ code: 'planner.request-not-found' });
  const accepted = await answer();
  expect(accepted.status, JSON.stringify(accepted.body)).toBe(200);
  const { listingId } = accepted.body as { listingId: string };
  expect((await answer()).body).toMatchObject({ code: 'planner.request-answered' });
  expect(await house.see(listingId)).toBeTruthy();
  expect((await acts())[0]?.steps.find((step) => step.requestId === request?.id)).toMatchObject({
    state: 'agreed',
    listingId,
    form: 'allocation',
  });
  expect((await house.certify('640000', listingId)).status).toBe(200);
  const noticed = await house.decide('640000', listingId);
  expect(noticed.status, JSON.stringify(noticed.body)).toBe(200);
  const { timetable } = await house.see(listingId);
  await house.advanceTo(timetable.listingEndsAt);
  expect((await house.see(listingId)).status).toBe('closed-sold');
  await house.market.app.get(AwardTrade).execute(byWorker(), listingId);
  expect((await acts())[0]?.steps.find((step) => step.listingId === listingId)?.state).toBe('won');
});

test('an owner that declines loses the plan, and what is missing is planned anew without what is coming', async () => {
  const [request] = await requests('640324');
  const maker = await house.person('640324', 'maker');
  const declined = await house.post(maker, `/quota-requests/${request?.id}/answer`, {
    decision: 'declined',
    reason: '留作本县使用',
  });
  expect(declined.body).toMatchObject({ state: 'declined', listingId: null });
  await house.market.app.get(FollowPlans).declined(byWorker(), request?.id ?? '');
  const [act] = await acts();
  expect(act?.state).toBe('lost');
  const next = await house.http.get(`/api/v1/plans/${act?.nextPlanSetId}`).set(as(await bidder()));
  // 15 ha fixed and 15 ha of the reserve are won, and on their way.
  expect(next.body).toMatchObject({ needId: act?.needId, coming: { areaHa: '30.0000' } });
});

test('what is coming for one need covers no second one', async () => {
  const [first] = await needs();
  await house.need(buyer, { areaHa: '12.0000' }, 'regional-key');
  const second = (await needs()).find((each) => each !== first);
  const plan = async (needId: string | undefined) => (await post('/plans', { needId })).body as PlanSet;
  expect(await plan(second)).toMatchObject({ coming: { areaHa: '0.0000' }, toBuy: { areaHa: '12.0000' } });
  expect(await plan(first)).toMatchObject({ coming: { areaHa: '30.0000' }, toBuy: { areaHa: '30.0000' } });
  const maker = await house.person(buyer, 'maker');
  expect((await house.post(maker, `/needs/${second}/withdrawal`, { reason: '项目取消' })).status).toBe(201);
});

test('a wallet that comes to stand for the deposit wakes the purchase that waited for it', async () => {
  await list('later', '640425', '5.0000', '3000000.00', { form: 'fixed-price' });
  const before = await needs();
  await house.need(buyer, { areaHa: '5.0000' }, 'regional-key');
  const needId = (await needs()).find((each) => !before.includes(each));
  const planned = (await post('/plans', { needId })).body as PlanSet;
  const made = await post(`/plans/${planned.id}/acts`, { aim: 'least-cost' });
  expect(made.status, JSON.stringify([made.body, planned])).toBe(201);
  expect(statesOf(made.body as Act)).toEqual({ later: 'deposit-due' });
  const later = listed['later'] ?? '';
  await post('/my/wallet/top-ups', { amountCny: '10000000.00', method: 'bank-transfer' }).then(({ body }) =>
    house.payDeposit({ paymentId: (body as { id: string }).id } as RegistrationBody),
  );
  await house.advanceTo((await house.see(later)).timetable.opensAt);
  const covered = await post(`/listings/${later}/registrations/cover`);
  expect(covered.status, JSON.stringify(covered.body)).toBeLessThan(300);
  const registrationId = (covered.body as { id: string }).id;
  const asked = await house.market.app
    .get(DataSource)
    .query(`select payload from outbox where job = 'registration.covered'`);
  expect(asked).toEqual([{ payload: expect.objectContaining({ registrationId }) }]);
  expect(await house.market.app.get(CarryOutPlans).execute(byWorker(), { registrationId })).toEqual({
    bought: 1,
  });
});
