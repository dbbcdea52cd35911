import { parseHa } from '@muheng/contracts/common/quantity';
import type { clearing, planAct, planSet as planSetSchema } from '@muheng/contracts/planner';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { RegisterNeed } from '../../src/modules/quota-bank/application/register-need.use-case.js';
import { actorOf, contextOf } from '../support/actors.js';
import { as } from '../support/app.js';
import { AuctionHouse } from '../support/auction-house.js';
import { expectSound } from '../support/auditor.js';

type PlanSet = z.output<typeof planSetSchema>;

/** A thousand in the long run; a few here, for each is a whole plan with its registrations. */
const plans = process.env['LONG'] === '1' ? 1_000 : 20;
const sellers = ['640425', '640521', '640121', '640324', '640221', '640302'];
const buyers = ['640104', '640105', '640106', '640122', '640402', '640502'];
let house: AuctionHouse;
let state = 5;
const draw = (most: number): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * most);
};
const ha = (squareMetres: number): string => (squareMetres / 10_000).toFixed(4);
const areas: number[] = [];

beforeAll(async () => {
  house = await AuctionHouse.open();
  for (const seller of sellers) {
    await house.declare(seller);
    for (let lot = 0; lot < (process.env['LONG'] === '1' ? 3 : 1); lot += 1) {
      const area = 50_000 + draw(150_000);
      areas.push(area);
      const areaHa = ha(area);
      const lotId = await house.lot(seller, { areaHa });
      const startPriceCny = `${area * (60 + draw(60))}.00`;
      await house.notice(seller, { title: `${seller}-${lot}`, items: [{ lotId, areaHa }], startPriceCny });
    }
  }
});
afterAll(async () => {
  await expectSound(house.database.urls.reconciler);
  await house.close();
});

test('no plan breaks a rule that the market would refuse: each is carried out', async () => {
  let acted = 0;
  for (let turn = 0; turn < plans; turn += 1) {
    const party = buyers[turn % buyers.length] ?? '';
    // A need that some two or three lots make exactly, or any need at all.
    const wish = [draw(areas.length), draw(areas.length), draw(areas.length)].slice(0, 2 + draw(2));
    const area =
      draw(4) === 0
        ? 100_000 + draw(300_000)
        : [...new Set(wish)].reduce((sum, at) => sum + (areas[at] ?? 0), 0);
    const maker = contextOf(await actorOf(house.work, party, ['maker']));
    const input = {
      quota: 'SFQ',
      category: 'construction',
      title: `need ${turn}`,
      areaHa: ha(area),
    } as const;
    const need = await house.market.app.get(RegisterNeed).execute(maker, input);
    const bidder = await house.person(party, 'bidder');
    const set = (await house.post(bidder, '/plans', { needId: need.id })).body as PlanSet;
    const aim = set.plans[draw(set.plans.length)]?.aim;
    if (aim === undefined || set.plans.some((plan) => plan.items.length === 0)) continue;
    const made = await house.post(bidder, `/plans/${set.id}/acts`, { aim });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    expect((made.body as z.output<typeof planAct>).state).toBe('open');
    acted += 1;
  }
  expect(acted).toBeGreaterThan(plans / 2);
});

test('the regulator sees the best matching beside the market, and nobody else does', async () => {
  for (const county of [...sellers, ...buyers]) await house.recompute(county);
  const regulator = await house.person('640000', 'regulator');
  const { body, status } = await house.http.get('/api/v1/clearing?quota=SFQ').set(as(regulator));
  expect(status, JSON.stringify(body)).toBe(200);
  const study = body as z.output<typeof clearing>;
  expect(study.counties).toHaveLength(22);
  const sum = (items: readonly { best: { areaHa: string } }[]): bigint =>
    items.reduce((total, item) => total + parseHa(item.best.areaHa), 0n);
  expect(sum(study.buyers)).toBeGreaterThan(0n);
  // Each side is rounded to whole m² on its own.
  expect(sum(study.buyers)).toBeLessThanOrEqual(sum(study.counties) + 100n);
  const stranger = await house.http.get('/api/v1/clearing').set(as(await house.person('640104', 'bidder')));
  expect(stranger.status).toBe(403);
});
