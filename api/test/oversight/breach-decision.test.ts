import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/kernel/access/actor.js';
import { DecideAlert } from '../../src/modules/oversight/application/decide-alert.use-case.js';
import { expectSound } from '../support/auditor.js';
import { AuctionHouse, type ListingBody } from '../support/auction-house.js';

const county = '640324';
const hour = 3_600_000;

let house: AuctionHouse;
let listing: ListingBody;
let alertId: string;

/** 25 ha on sale with one bid; then a hospital of 9 ha turns the margin to −4 (domain §8, Example C). */
beforeEach(async () => {
  house = await AuctionHouse.open();
  const lotId = await house.lot(county, { areaHa: '50.0000', capacityKg: '375000.0000' });
  await house.need(county, { areaHa: '20.0000' });
  await house.declare(county);
  listing = await house.notice(county, {
    items: [{ lotId, areaHa: '25.0000' }],
    startPriceCny: '18750000.00',
  });
  await house.need('640106', { areaHa: '60.0000' });
  await house.admit('640106', listing.id);
  await house.advanceTo(listing.timetable.opensAt);
  await house.bid('640106', listing.id, '18750000.00');
  await house.need(county, { areaHa: '9.0000' });
  await house.recompute(county);
  const [alert] = (await alerts()).items;
  alertId = alert?.id ?? '';
});
afterEach(async () => {
  await expectSound(house.database.urls.superuser);
  await house.close();
});

async function alerts(who = '640000', query = '') {
  const reader = await house.person(who, 'regulator');
  const { body } = await house.http.get(`/api/v1/alerts${query}`).set('cookie', reader.cookie).expect(200);
  return body as { items: { id: string; code: string; decision: string | null; dueAt: string }[] };
}
const decide = async (body: object, who = '640000', role = 'regulator') =>
  house.post(await house.person(who, role), `/alerts/${alertId}/decisions`, body);

describe('a county-first breach with bids (domain §8)', () => {
  it('stands before the region, and before the city whose county it is, with its evidence', async () => {
    expect((await alerts()).items).toMatchObject([
      {
        code: 'COUNTY_FIRST_BREACH',
        severity: 'high',
        subjectId: listing.id,
        subject: expect.stringContaining(String(listing.number)) as string,
        party: { code: county },
        evidence: { stage: 'open-with-bids', shortfall: { areaHa: '4.0000' } },
        decision: null,
      },
    ]);
    expect((await alerts('640300')).items).toHaveLength(1);
    expect((await alerts('640100')).items).toHaveLength(0);
  });

  it('goes on when the region says so, once and with a reason', async () => {
    expect((await decide({ decision: 'continue' })).status).toBe(400);
    expect((await decide({ decision: 'continue', reason: '  ' })).status).toBe(400);
    expect((await decide({ decision: 'unfounded', reason: '误报' })).body).toMatchObject({
      code: 'oversight.decision-not-allowed',
      params: { possible: 'continue, suspend, terminate' },
    });
    const decided = await decide({ decision: 'continue', reason: '医院项目另行安排' });
    expect(decided.body).toMatchObject({ decision: 'continue' });
    expect((await decide({ decision: 'terminate', reason: '改变主意' })).body).toMatchObject({
      status: 409,
      code: 'oversight.already-decided',
    });
    expect(await house.see(listing.id)).toMatchObject({
      status: 'listing-open',
      breach: { decision: 'continue' },
    });
    expect((await alerts()).items).toHaveLength(0);
    expect((await alerts('640000', '?state=decided')).items).toHaveLength(1);
  });

  it('stands still and goes on later, and bidders lose no time', async () => {
    expect((await decide({ decision: 'suspend', reason: '核实需求' })).status).toBe(200);
    expect(await house.see(listing.id)).toMatchObject({ status: 'suspended' });
    expect((await house.bid('640106', listing.id, '20000000.00')).status).not.toBe(201);
    await house.clock.forward(hour);
    await decide({ decision: 'continue', reason: '需求已核实' });
    const later = new Date(Date.parse(listing.timetable.listingEndsAt ?? '') + hour).toISOString();
    const after = await house.see(listing.id);
    expect(after.status).toBe('listing-open');
    expect(Math.abs(Date.parse(after.timetable.listingEndsAt ?? '') - Date.parse(later))).toBeLessThan(100);
  });

  it('ends when the region terminates it, and the quota is the county’s again', async () => {
    await decide({ decision: 'terminate', reason: '优先保障医院' });
    expect(await house.see(listing.id)).toMatchObject({ status: 'terminated' });
    expect(await house.holds(county, 'listed')).toEqual({});
  });

  it('goes on by itself when nobody decides in time', async () => {
    const [{ dueAt } = { dueAt: '' }] = (await alerts()).items;
    const lapse = () =>
      house.market.app
        .get(DecideAlert, { strict: false })
        .lapse({ actor: systemActor, key: randomUUID(), requestId: 'test' }, alertId);
    await lapse();
    expect((await alerts()).items).toHaveLength(1);
    await house.clock.forward(Date.parse(dueAt) - Date.parse('2026-03-12T00:00:00Z') + 10 * 24 * hour);
    await lapse();
    await lapse();
    expect((await alerts('640000', '?state=decided')).items).toMatchObject([{ decision: 'continue' }]);
  });

  it('is nobody else’s to decide', async () => {
    expect((await decide({ decision: 'continue', reason: '理由' }, '640300')).status).toBe(403);
    expect((await decide({ decision: 'continue', reason: '理由' }, county, 'maker')).status).toBe(403);
    alertId = randomUUID();
    expect((await decide({ decision: 'continue', reason: '理由' })).status).toBe(404);
  });
});
