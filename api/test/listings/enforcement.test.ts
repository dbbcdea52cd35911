import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AwardTrade } from '../../src/modules/settlement/application/award-trade.use-case.js';
import { ConfirmTrade } from '../../src/modules/settlement/application/confirm-trade.use-case.js';
import { AuctionHouse, byWorker, type ListingBody } from '../support/auction-house.js';

const county = '640324';
const day = 86_400_000;

let house: AuctionHouse;
let listing: ListingBody;

beforeEach(async () => {
  house = await AuctionHouse.open();
  const lotId = await house.lot(county, { areaHa: '50.0000', capacityKg: '375000.0000' });
  await house.need(county, { areaHa: '20.0000' });
  await house.declare(county);
  listing = await house.notice(county, {
    items: [{ lotId, areaHa: '25.0000' }],
    startPriceCny: '18750000.00',
    stepCny: '1000000.00',
    depositCny: '2500000.00',
    ceilingCny: '25000000.00',
  });
});
afterEach(() => house.close());

/** A 9 ha hospital: 50 − 25 listed − 29 leaves −4 (domain §8, Example C). */
const hospital = async (): Promise<void> => {
  await house.need(county, { areaHa: '9.0000' });
  await house.recompute(county);
};

describe('whether one may buy, asked before applying (domain §9)', () => {
  const ask = async (party: string, query = '') => {
    const { cookie } = await house.person(party, 'bidder');
    return (await house.http.get(`/api/v1/listings/${listing.id}/eligibility${query}`).set('cookie', cookie))
      .body;
  };

  it('says why not, and warns of what the quota would not cover', async () => {
    expect(await ask('640106')).toMatchObject({
      eligible: false,
      refusal: { code: 'party.not-eligible', message: expect.any(String), messageEn: expect.any(String) },
      warnings: [],
    });
    await house.need('640106', { areaHa: '25.0000', capacityKg: '150000.0000' });
    expect(await ask('640106')).toEqual({
      eligible: true,
      refusal: null,
      warnings: [{ component: 'capacity', wanted: '150000.0000 kg', offered: '0.0000 kg' }],
    });
    expect(await ask(county)).toMatchObject({ eligible: false, refusal: { code: 'bidding.own-listing' } });
    expect(await ask('640106', '?needId=nonsense')).toMatchObject({ status: 400 });
    const regulator = await house.person('640000', 'regulator');
    const path = `/api/v1/listings/${listing.id}/eligibility`;
    expect((await house.http.get(path)).status).toBe(401);
    expect((await house.http.get(path).set('cookie', regulator.cookie)).status).toBe(403);
  });
});

describe('county-first, continuously (domain §8)', () => {
  it('reduces a listing that has not opened, prices with it', async () => {
    await hospital();
    expect(await house.see(listing.id)).toMatchObject({
      status: 'notice',
      quantities: { areaHa: '21.0000' },
      startPriceCny: '15750000.00',
      stepCny: '840000.00',
      depositCny: '2100000.00',
      ceilingCny: '21000000.00',
    });
    expect(await house.holds(county, 'listed')).toEqual({ 'SFQ.AREA': 210_000n });
    await house.recompute(county);
    expect(await house.see(listing.id)).toMatchObject({ quantities: { areaHa: '21.0000' } });
  });

  it('suspends an open one, and goes on where it stood once the seller accepts', async () => {
    await house.advanceTo(listing.timetable.opensAt);
    await hospital();
    expect(await house.see(listing.id)).toMatchObject({
      status: 'suspended',
      quantities: { areaHa: '25.0000' },
      breach: { reduced: { areaHa: '21.0000' }, decision: null },
    });
    expect((await house.register('640106', listing.id)).status).not.toBe(201);
    await house.clock.forward(day);
    const maker = await house.person(county, 'maker');
    const accepted = await house.post(maker, `/listings/${listing.id}/reduction`);
    const later = new Date(Date.parse(listing.timetable.listingEndsAt ?? '') + day).toISOString();
    expect(accepted.body).toMatchObject({
      status: 'listing-open',
      quantities: { areaHa: '21.0000' },
      breach: null,
      timetable: { listingEndsAt: later, opensAt: listing.timetable.opensAt },
    });
    expect(await house.holds(county, 'listed')).toEqual({ 'SFQ.AREA': 210_000n });
    await house.recompute(county);
    expect(await house.see(listing.id)).toMatchObject({ status: 'listing-open' });
    expect((await house.post(maker, `/listings/${listing.id}/reduction`)).body).toMatchObject({
      code: 'listing.wrong-status',
    });
  });

  it('terminates it when nobody answers within five working days', async () => {
    await house.advanceTo(listing.timetable.opensAt);
    await hospital();
    const { breach } = await house.see(listing.id);
    expect(breach?.answerBy).toBe('2026-03-19T16:00:00.000Z');
    await house.advanceTo(breach?.answerBy ?? null);
    expect(await house.see(listing.id)).toMatchObject({ status: 'terminated', closedAt: breach?.answerBy });
    expect(await house.holds(county, 'listed')).toEqual({});
    expect(await house.holds(county, 'available')).toMatchObject({ 'SFQ.AREA': 500_000n });
  });

  it('leaves one with bids to the regulator', async () => {
    await house.need('640106', { areaHa: '60.0000' });
    await house.admit('640106', listing.id);
    await house.advanceTo(listing.timetable.opensAt);
    expect((await house.bid('640106', listing.id, '18750000.00')).status).toBe(201);
    await hospital();
    expect(await house.see(listing.id)).toMatchObject({
      status: 'listing-open',
      breach: { reduced: null, decision: null },
    });
  });

  it('leaves a confirmed trade alone and takes no new listing until the margin is whole again', async () => {
    await house.need('640106', { areaHa: '60.0000' });
    await house.admit('640106', listing.id);
    await house.advanceTo(listing.timetable.opensAt);
    await house.bid('640106', listing.id, '18750000.00');
    await house.advanceTo(listing.timetable.listingEndsAt);
    await house.clock.forward(day);
    await house.doDueWork();
    const act = <T>(type: new (...args: never[]) => T): T => house.market.app.get<T>(type, { strict: false });
    await act(AwardTrade).execute(byWorker(), listing.id);
    const trade = await tradeOf();
    await house.advanceTo(trade.publicityEndsAt);
    await act(ConfirmTrade).execute(byWorker(), trade.id);
    expect((await tradeOf()).status).toMatch(/^(confirmed|contract)/);
    const before = await house.holds(county, 'in-settlement');
    await hospital();
    expect(await house.see(listing.id)).toMatchObject({
      status: 'closed-sold',
      quantities: { areaHa: '25.0000' },
    });
    expect(await house.holds(county, 'in-settlement')).toEqual(before);
    await house.declare(county);
    const lotId = await house.lot(county, { areaHa: '3.0000', capacityKg: '22500.0000' });
    const draft = async (): Promise<ListingBody> =>
      house.draft(county, { items: [{ lotId, areaHa: '0.5000' }], startPriceCny: '375000.00' });
    expect((await house.certify(county, (await draft()).id)).body).toMatchObject({
      code: 'county-first.surplus-exceeded',
    });
    await house.lot(county, { areaHa: '2.0000' });
    await house.recompute(county);
    expect((await house.certify(county, (await draft()).id)).body).toMatchObject({ status: 'city-review' });
  });
});

async function tradeOf(): Promise<{ id: string; status: string; publicityEndsAt: string }> {
  const [row] = await house.work.readMarket((tx) =>
    tx.query<{ id: string; status: string; at: Date }>(
      'select id, status, publicity_ends_at as at from trade where listing_id = $1',
      [listing.id],
    ),
  );
  return { id: row?.id ?? '', status: row?.status ?? '', publicityEndsAt: row?.at.toISOString() ?? '' };
}
