import { randomUUID } from 'node:crypto';
import type { planAct, planActs, planSet as planSetSchema } from '@muheng/contracts/planner';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { systemActor } from '../../src/kernel/access/actor.js';
import { FollowPlans } from '../../src/modules/planner/application/follow-plans.use-case.js';
import { AwardTrade } from '../../src/modules/settlement/application/award-trade.use-case.js';
import { as } from '../support/app.js';
import { AuctionHouse } from '../support/auction-house.js';
import { expectSound } from '../support/auditor.js';

type PlanSet = z.output<typeof planSetSchema>;
type Act = z.output<typeof planAct>;

const buyer = '640106';
let house: AuctionHouse;
const listed: Record<string, string> = {};

async function list(name: string, seller: string, areaHa: string, priceCny: string) {
  const lotId = await house.lot(seller, { areaHa });
  await house.declare(seller);
  const body = { title: name, items: [{ lotId, areaHa }], startPriceCny: priceCny };
  listed[name] = (await house.notice(seller, body)).id;
}

beforeAll(async () => {
  house = await AuctionHouse.open();
  await list('first', '640425', '20.0000', '15000000.00');
  await list('second', '640521', '30.0000', '24000000.00');
  await list('spare', '640121', '20.0000', '21000000.00');
  await house.need(buyer, { areaHa: '50.0000' });
  await house.need('640104', { areaHa: '20.0000' });
});
afterAll(async () => {
  await expectSound(house.database.urls.reconciler);
  await house.close();
});

const bidder = async (party = buyer) => house.person(party, 'bidder');
const titles = (set: PlanSet) => set.plans[0]?.items.map((item) => item.title).sort();

async function plan(): Promise<PlanSet> {
  const { body: needs } = await house.http.get(`/api/v1/needs?party=${buyer}`).set(as(await bidder()));
  const needId = (needs as { items: { id: string }[] }).items[0]?.id;
  return (await house.post(await bidder(), '/plans', { needId })).body as PlanSet;
}

const acts = async (): Promise<Act[]> => {
  const { body } = await house.http.get('/api/v1/my/plan-acts').set(as(await bidder()));
  return (body as z.output<typeof planActs>).items;
};

test('a plan that the market has overtaken says what changed, and registers for nothing', async () => {
  const set = await plan();
  expect(titles(set)).toEqual(['first', 'second']);
  const first = await house.see(listed['first'] ?? '');
  const withdraw = await house.person('640425', 'maker');
  await list('cheaper', '640324', '20.0000', '10000000.00');
  const better = await plan();
  expect(titles(better)).toEqual(['cheaper', 'second']);
  const gone = await house.post(
    await house.person('640324', 'maker'),
    `/listings/${listed['cheaper']}/withdrawal`,
    { reason: '撤回' },
  );
  expect([200, 201]).toContain(gone.status);
  const refused = await house.post(await bidder(), `/plans/${better.id}/acts`, { aim: 'least-cost' });
  expect(refused.body).toMatchObject({ code: 'planner.overtaken', params: { lots: [{ what: 'gone' }] } });
  expect(await acts()).toEqual([]);
  expect(first.registrations).toBe(0);
  expect(withdraw).toBeTruthy();
});

test('one act registers for every lot, once; a second plan for the same need waits', async () => {
  const set = await plan();
  const key = randomUUID();
  const act = async (again = key) =>
    house.post(await bidder(), `/plans/${set.id}/acts`, { aim: 'least-cost' }, again);
  const made = (await act()).body as Act;
  expect((await act()).body).toEqual(made);
  expect(made).toMatchObject({ state: 'open', depositCny: '7800000.00' });
  expect(made.steps.map((step) => [step.title, step.state]).sort()).toEqual([
    ['first', 'deposit-due'],
    ['second', 'deposit-due'],
  ]);
  expect((await act(randomUUID())).body).toMatchObject({ code: 'planner.already-acted' });
});

test('a lot that is lost is planned for anew, without what is still coming', async () => {
  const first = listed['first'] ?? '';
  await house.admit('640104', first);
  const seen = await house.see(first);
  await house.advanceTo(seen.timetable.opensAt);
  expect((await house.bid('640104', first, '15000000.00')).status).toBe(201);
  await house.advanceTo(seen.timetable.timedStartsAt);
  await house.clock.forward(10 * 60_000);
  await house.doDueWork();
  expect((await house.see(first)).status).toBe('closed-sold');
  const context = { actor: systemActor, key: randomUUID(), requestId: 'worker' };
  await house.market.app.get(AwardTrade).execute(context, first);
  await house.market.app.get(FollowPlans).execute(context, first);
  await house.market.app.get(FollowPlans).execute({ ...context, key: randomUUID() }, first);
  const [act] = await acts();
  expect(act?.state).toBe('lost');
  expect(act?.steps.find((step) => step.title === 'first')?.state).toBe('lost');
  const next = await house.http.get(`/api/v1/plans/${act?.nextPlanSetId}`).set(as(await bidder()));
  expect((next.body as PlanSet).needId).toBe(act?.needId);
});
