import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/kernel/access/actor.js';
import { SealMonths } from '../../src/modules/oversight/application/seal-months.use-case.js';
import { execute } from '../../../scripts/lib/database.mjs';
import { contextOf } from '../support/actors.js';
import { expectSound } from '../support/auditor.js';
import { AuctionHouse } from '../support/auction-house.js';

interface CockpitBody {
  sealedTo: string | null;
  counties: { county: { code: string }; available: { areaHa: string } }[];
  months: { month: string; banked: { areaHa: string } }[];
}

let house: AuctionHouse;
beforeAll(async () => {
  house = await AuctionHouse.open('2026-03-31T23:00:00+08:00');
  await house.lot('640425', { areaHa: '80.0000', capacityKg: '480000.0000' });
  await house.lot('640106', { areaHa: '5.0000', capacityKg: '30000.0000' });
});
afterAll(async () => {
  await expectSound(house.database.urls.superuser);
  await house.close();
});

const seal = () => house.market.app.get(SealMonths).execute(contextOf(systemActor));
const see = async (party: string, query = 'months=4') => {
  const who = await house.person(party, 'regulator');
  return house.http.get(`/api/v1/cockpit?${query}`).set('cookie', who.cookie);
};
const banked = (body: CockpitBody) => body.months.map(({ month, banked: of }) => [month, of.areaHa]);

describe('the cockpit', () => {
  it('counts an open month as it stands, and a month that is over by its seal, to the same figures', async () => {
    expect(await seal()).toBe(0);
    const before = (await see('640000')).body as CockpitBody;
    expect(before.sealedTo).toBeNull();
    expect(banked(before).at(-1)).toEqual(['2026-03', '85.0000']);

    await house.clock.set('2026-04-01T03:00:00+08:00');
    expect(await seal()).toBe(0);
    await house.clock.set('2026-05-02T12:00:00+08:00');
    await house.lot('640425', { areaHa: '1.0000', capacityKg: '6000.0000' });
    expect(await seal()).toBe(2);
    expect(await seal()).toBe(0);
    const after = (await see('640000')).body as CockpitBody;
    expect(after.sealedTo).toBe('2026-04');
    expect(banked(after)).toEqual([
      ['2026-02', '0.0000'],
      ['2026-03', '85.0000'],
      ['2026-04', '0.0000'],
      ['2026-05', '1.0000'],
    ]);
    const change = execute(house.database.urls.superuser, ['update month_movement set incoming = 0']);
    await expect(change).rejects.toThrow(/append-only/);
  });

  it('shows a city its own counties only, and nobody what is beyond', async () => {
    const city = (await see('640400')).body as CockpitBody;
    expect(city.counties.map(({ county }) => county.code)).toEqual([
      '640402',
      '640422',
      '640423',
      '640424',
      '640425',
    ]);
    expect(banked(city).at(1)).toEqual(['2026-03', '80.0000']);
    expect(city.counties.at(-1)?.available.areaHa).toBe('81.0000');
    expect((await see('640400', 'region=6401')).body).toMatchObject({
      status: 404,
      code: 'request.not-found',
    });
    const other = (await see('640100', 'months=3')).body as CockpitBody;
    expect(banked(other)[0]).toEqual(['2026-03', '5.0000']);
    const approver = await house.person('640425', 'approver');
    await house.http.get('/api/v1/cockpit').set('cookie', approver.cookie).expect(403);
  });
});
