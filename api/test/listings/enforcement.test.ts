import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuctionHouse, type ListingBody } from '../support/auction-house.js';

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
});
