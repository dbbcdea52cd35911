import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/kernel/access/actor.js';
import { WatchMarket } from '../../src/modules/oversight/application/watch-market.use-case.js';
import { AuctionHouse } from '../support/auction-house.js';

let house: AuctionHouse;
let projectNumber: string;
beforeAll(async () => {
  house = await AuctionHouse.open();
  const lotId = await house.lot('640324', { areaHa: '50.0000', capacityKg: '375000.0000' });
  await house.declare('640324');
  await house.recompute('640324');
  const listing = await house.notice('640324', {
    items: [{ lotId, areaHa: '25.0000' }],
    startPriceCny: '18750000.00',
  });
  await house.need('640106', { areaHa: '60.0000', capacityKg: '400000.0000' });
  await house.admit('640106', listing.id);
  await house.advanceTo(listing.timetable.opensAt);
  const [project] = await house.work.readMarket((tx) =>
    tx.query<{ number: string }>('select number from origin_project'),
  );
  projectNumber = project?.number ?? '';
});
afterAll(() => house.close());

const watch = () =>
  house.market.app
    .get(WatchMarket, { strict: false })
    .execute({ actor: systemActor, key: randomUUID(), requestId: 'test' });
const alerts = async (party: string, role = 'regulator') =>
  (
    (await house.http.get('/api/v1/alerts').set('cookie', (await house.person(party, role)).cookie)).body as {
      items: { id: string; code: string; dueAt: string | null; evidence: object }[];
    }
  ).items;

describe('the watch over the market', () => {
  it('raises nothing in an orderly market', async () => {
    expect(await watch()).toEqual([]);
  });

  it('raises what a satellite saw once, with its evidence and a deadline, to those who watch that region', async () => {
    const region = await house.person('640000', 'regulator');
    const patch = { projectNumber, observedOn: '2026-02-28', source: '遥感监测 2026-02', areaHa: '1.2000' };
    expect((await house.post(region, '/satellite-patches', patch)).status).toBe(201);
    expect((await house.post(region, '/satellite-patches', { ...patch, projectNumber: 'none' })).status).toBe(
      404,
    );
    expect(await watch()).toEqual(['SATELLITE_PATCH_HIT']);
    expect(await watch()).toEqual([]);
    expect(await alerts('640300')).toMatchObject([
      { code: 'SATELLITE_PATCH_HIT', evidence: { patches: 1, observedOn: '2026-02-28' } },
    ]);
    expect(await alerts('640100')).toEqual([]);
  });

  it('keeps a case: who has it, what was found, how it ended; and is quiet about what was judged', async () => {
    const region = await house.person('640000', 'regulator');
    const [alert] = await alerts('640000');
    const path = `/alerts/${alert?.id}`;
    expect((await house.post(region, `${path}/owner`)).body).toMatchObject({ outcome: null, notes: [] });
    const noted = await house.post(region, `${path}/notes`, { body: '已约谈县局。' });
    expect(noted.body).toMatchObject({ notes: [{ body: '已约谈县局。' }] });
    expect((noted.body as { owner: string }).owner).toContain('640000');
    const foreign = await house.person('640100', 'regulator');
    expect((await house.post(foreign, `${path}/notes`, { body: 'x' })).status).toBe(404);
    expect((await house.http.get(`/api/v1${path}/case`).set('cookie', foreign.cookie)).status).toBe(404);
    const wrong = await house.post(region, `${path}/decisions`, { decision: 'continue', reason: '属实' });
    expect(wrong.body).toMatchObject({
      code: 'oversight.decision-not-allowed',
      params: { possible: 'substantiated, unfounded' },
    });
    await house.post(region, `${path}/decisions`, { decision: 'substantiated', reason: '核查属实，已整改' });
    expect((await house.post(region, `${path}/notes`, { body: 'x' })).status).toBe(409);
    expect(await watch()).toEqual([]);
  });

  it('goes by what the region has set', async () => {
    const region = await house.person('640000', 'regulator');
    const put = await house.http
      .put('/api/v1/surveillance/settings')
      .set({ cookie: region.cookie, 'x-csrf-token': region.csrf, 'idempotency-key': randomUUID() })
      .send({ reason: '本地产能上限', settings: { capacityKgPerHaMax: 7_000 } });
    expect(put.body).toMatchObject({ capacityKgPerHaMax: 7_000, priceBandPct: 30 });
    expect(await watch()).toEqual(['PROJECT_QUALITY_MISMATCH']);
  });
});
