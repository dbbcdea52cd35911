import { randomUUID } from 'node:crypto';
import type { planSet as planSetSchema } from '@muheng/contracts/planner';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { MakePlans } from '../../src/modules/planner/application/make-plans.use-case.js';
import { as } from '../support/app.js';
import { problems } from '@muheng/contracts/common/problems';
import { ConfirmNeed } from '../../src/modules/quota-bank/application/confirm-need.use-case.js';
import { RegisterNeed } from '../../src/modules/quota-bank/application/register-need.use-case.js';
import { actorOf, contextOf } from '../support/actors.js';
import { AuctionHouse } from '../support/auction-house.js';
import { expectSound } from '../support/auditor.js';

type PlanSet = z.output<typeof planSetSchema>;

let house: AuctionHouse;
/** Listing ids by a name of their own. */
const listed: Record<string, string> = {};

async function list(name: string, seller: string, areaHa: string, capacityKg: string, priceCny: string) {
  const lotId = await house.lot(seller, { areaHa, capacityKg });
  await house.declare(seller);
  const body = { title: name, items: [{ lotId, areaHa, capacityKg }], startPriceCny: priceCny };
  listed[name] = (await house.notice(seller, body)).id;
}

beforeAll(async () => {
  house = await AuctionHouse.open();
  await list('cheap', '640425', '20.0000', '120000.0000', '15000000.00');
  await list('near', '640121', '30.0000', '270000.0000', '33000000.00');
  await list('other', '640521', '30.0000', '270000.0000', '30000000.00');
  await list('huge', '640324', '90.0000', '540000.0000', '67500000.00');
  await house.need('640106', { areaHa: '50.0000', capacityKg: '390000.0000' });
});
afterAll(async () => {
  await expectSound(house.database.urls.reconciler);
  await house.close();
});

const plan = async (body: object, party = '640106') =>
  house.post(await house.person(party, 'bidder'), '/plans', body);

async function needId(party: string): Promise<string> {
  const person = await house.person(party, 'bidder');
  const { body } = await house.http.get(`/api/v1/needs?party=${party}`).set(as(person));
  return (body as { items: { id: string }[] }).items[0]?.id ?? '';
}

test('covers a declared need with the cheapest lots that fit the deficit exactly, and says why others are out', async () => {
  const response = await plan({ needId: await needId('640106') });
  expect(response.status, JSON.stringify(response.body)).toBe(201);
  const set = response.body as PlanSet;
  const [least] = set.plans;
  expect(least?.items.map((item) => item.listingId).sort()).toEqual(
    [listed['cheap'], listed['other']].sort(),
  );
  expect(least).toMatchObject({
    aim: 'least-cost',
    covered: { areaHa: '50.0000', capacityKg: '390000.0000' },
    lowCny: '45000000.00',
    costCny: '47250000.00',
    highCny: '67500000.00',
    counterparties: 2,
    proven: true,
  });
  expect(set.plans.map((each) => each.aim)).toEqual(['least-cost', 'fewest-counterparties', 'soonest']);
  const rules = Object.fromEntries(set.excluded.map((each) => [each.title, each.rule]));
  expect(rules).toMatchObject({ huge: 'exceeds-need' });
  expect(set.excluded.find((each) => each.title === 'huge')?.detail).toEqual({
    component: 'area',
    offered: '90.0000',
    allowed: '50.0000',
    excess: '40.0000',
  });
  const again = await house.http
    .get(`/api/v1/plans/${set.id}`)
    .set(as(await house.person('640106', 'bidder')));
  expect(again.body).toEqual(set);
  const stranger = await house.http
    .get(`/api/v1/plans/${set.id}`)
    .set(as(await house.person('640425', 'bidder')));
  expect((stranger.body as { code: string }).code).toBe('planner.plan-not-found');
});

test('says which component falls short, by how much, and what would help', async () => {
  const { body } = await plan({ needId: await needId('640106'), region: '640400' });
  const set = body as PlanSet;
  expect(set.shortfall).toMatchObject({ short: { areaHa: '30.0000', capacityKg: '270000.0000' } });
  expect(set.shortfall?.relaxations[0]).toMatchObject({ kind: 'wider-region', costCny: '47250000.00' });
  expect(set.plans.map((each) => each.items.map((item) => item.title))).toEqual([['cheap']]);
});

test('takes the own bank first and refuses what contradicts itself, with the field', async () => {
  const cases: [object, string, string][] = [
    [{}, 'planner.need-empty', '/areaHa'],
    [{ areaHa: '1.0000', paddyHa: '2.0000' }, 'planner.paddy-over-area', '/paddyHa'],
    [{ areaHa: '1.0000', capacityKg: '1.0000', grade: 7 }, 'planner.capacity-below-grade', '/capacityKg'],
    [{ areaHa: '1.0000', deadline: '2026-03-01' }, 'planner.deadline-past', '/deadline'],
    [{ projectCode: 'NO-SUCH' }, 'quota.need-not-found', '/projectCode'],
    [{ needId: randomUUID() }, 'quota.need-not-found', '/needId'],
    [{ areaHa: '-1.0000' }, 'request.invalid', '/areaHa'],
    [{ areaHa: '1.00001' }, 'request.invalid', '/areaHa'],
    [{ areaHa: '1.0000', grade: 16 }, 'request.invalid', '/grade'],
    [{ areaHa: '1.0000', deadline: '2026-02-30' }, 'request.invalid', '/deadline'],
    [{ areaHa: '1.0000', region: '64' }, 'request.invalid', '/region'],
    [{ needId: 'x' }, 'request.invalid', '/needId'],
    [{ areaHa: '1.0000', colour: 'red' }, 'request.unknown-field', '/colour'],
  ];
  for (const [input, code, pointer] of cases) {
    const { body } = await plan(input);
    expect(body, code).toMatchObject({ code, errors: [{ pointer }] });
    const title = problems[code as keyof typeof problems];
    expect(
      [title['zh-CN'], title.en].every((each) => each.length > 10),
      code,
    ).toBe(true);
  }
  await house.lot('640105', { areaHa: '5.0000', capacityKg: '30000.0000' });
  const typed = (await plan({ areaHa: '4.0000', capacityKg: '36000.0000' }, '640105')).body as PlanSet;
  expect(typed).toMatchObject({ own: { areaHa: '4.0000', capacityKg: '30000.0000' } });
});

test('stops when it is told to, and a late deadline leaves out what arrives too late', async () => {
  const gone = new AbortController();
  gone.abort();
  const buyer = contextOf(await actorOf(house.work, '640106', ['bidder']));
  const make = house.market.app.get(MakePlans);
  const input = { quota: 'SFQ', needId: await needId('640106'), patience: 'quick' } as const;
  await expect(make.execute(buyer, input, { signal: gone.signal })).rejects.toMatchObject({
    code: 'planner.cancelled',
  });
  const early = await make.execute(buyer, { ...input, deadline: '2026-03-05' });
  expect(new Set(early.excluded.map((each) => each.rule))).toEqual(
    new Set(['exceeds-need', 'after-deadline']),
  );
  expect(early.shortfall?.relaxations.map((each) => each.kind)).toContain('later-deadline');
});

test('plans linkage quota apart from supplementary quota, out of the reserve at its own price', async () => {
  await house.lot('640000', { areaHa: '12.0000' }, 'LSQ');
  const app = house.market.app;
  const maker = contextOf(await actorOf(house.work, '640105', ['maker']));
  const region = contextOf(await actorOf(house.work, '640000', ['regulator']));
  const input = { quota: 'LSQ', category: 'regional-key', title: '增减挂钩', areaHa: '10.0000' } as const;
  const need = await app.get(RegisterNeed).execute(maker, input);
  if (!need.regionConfirmed) await app.get(ConfirmNeed).execute(region, need.id, {});
  const set = (await plan({ needId: need.id, quota: 'LSQ' }, '640105')).body as PlanSet;
  // 150 亩 at 150,000.00.
  expect(set).toMatchObject({ quota: 'LSQ', offers: 1, shortfall: null });
  expect(set.plans[0]).toMatchObject({ costCny: '22500000.00', proven: true });
  expect(set.plans[0]?.items).toMatchObject([{ source: 'reserve', quantities: { areaHa: '10.0000' } }]);
});
