import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AuctionHouse, type ListingBody } from '../support/auction-house.js';
import { expectSound } from '../support/auditor.js';

const seller = '640221';
const [first, second, third, fourth] = ['640106', '640181', '640105', '640104'] as const;
const prices = { startPriceCny: '1000.00', stepCny: '100.00', depositCny: '0.00', ceilingCny: '2000.00' };

let house: AuctionHouse;
let lotId: string;

beforeAll(async () => {
  house = await AuctionHouse.open();
  lotId = await house.lot(seller, { areaHa: '80.0000' });
  await house.declare(seller);
  for (const buyer of [first, second]) await house.need(buyer, { areaHa: '500.0000' });
  for (const buyer of [third, fourth]) await house.need(buyer, { areaHa: '5.0000' });
});
afterEach(() => expectSound(house.database.urls.reconciler));
afterAll(() => house.close());

async function open(buyers: readonly string[], more: object = {}): Promise<ListingBody> {
  const listing = await house.notice(seller, { items: [{ lotId, areaHa: '3.0000' }], ...prices, ...more });
  for (const buyer of buyers) expect((await house.register(buyer, listing.id)).status).toBe(201);
  return listing;
}

async function bid(buyer: string, listingId: string, priceCny: string, maxPriceCny?: string) {
  const body = { priceCny, ...(maxPriceCny !== undefined && { maxPriceCny }) };
  return house.post(await house.person(buyer, 'bidder'), `/listings/${listingId}/bids`, body);
}

/** A market whose policy allows limits; notices from then on run under it. */
async function allowProxies(): Promise<void> {
  const client = new pg.Client(house.database.urls.superuser);
  await client.connect();
  await client.query(`update policy_version set values = values || '{"proxyBidding": "on"}'`);
  await client.end();
}

describe('what a buyer lacks in all (domain §9)', () => {
  it('bounds its bids over every listing that it leads', async () => {
    const [one, other] = [await open([third, first]), await open([third, first])];
    await house.advanceTo(other.timetable.opensAt);
    expect((await bid(third, one.id, '1000.00')).status).toBe(201);
    const refused = await bid(third, other.id, '1000.00');
    expect(refused.body).toMatchObject({
      code: 'party.not-eligible',
      params: { cause: 'no-deficit', component: 'area', allowed: '2.0000 ha', excess: '1.0000 ha' },
    });
    // It may bid again where it leads, and elsewhere once it is outbid.
    expect((await bid(third, one.id, '1100.00')).status).toBe(201);
    expect((await bid(first, one.id, '1200.00')).status).toBe(201);
    expect((await bid(third, other.id, '1000.00')).status).toBe(201);
    expect((await bid(third, one.id, '1300.00')).body).toMatchObject({ code: 'party.not-eligible' });
  });

  it('holds for bids sent at the same moment', async () => {
    const listings = [await open([fourth]), await open([fourth])];
    await house.advanceTo(listings[1]?.timetable.opensAt ?? null);
    const answers = await Promise.all(listings.map(({ id }) => bid(fourth, id, '1000.00')));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
  });
});

describe('a proxy limit', () => {
  it('is refused where the policy knows none', async () => {
    const { id, timetable } = await open([first]);
    await house.advanceTo(timetable.opensAt);
    expect((await bid(first, id, '1000.00', '1500.00')).body).toMatchObject({ code: 'bidding.proxy-off' });
    expect((await house.see(id)).bidCount).toBe(0);
  });

  it('answers for its bidder up to its limit, and the log says so', async () => {
    await allowProxies();
    const { id, timetable } = await open([first, second]);
    await house.advanceTo(timetable.opensAt);
    expect((await bid(first, id, '1000.00', '900.00')).body).toMatchObject({
      code: 'bidding.proxy-below-bid',
    });
    expect((await bid(first, id, '1000.00', '2100.00')).body).toMatchObject({
      code: 'bidding.above-ceiling',
    });
    expect((await bid(first, id, '1000.00', '1500.00')).status).toBe(201);
    expect((await bid(second, id, '1100.00')).body).toMatchObject({ seq: 2, priceCny: '1100.00' });
    const ladder = async () => {
      const { body } = await house.http.get(`/api/v1/listings/${id}/bids`);
      return (body as { items: { priceCny: string }[] }).items.map((each) => each.priceCny);
    };
    expect(await ladder()).toEqual(['1200.00', '1100.00', '1000.00']);
    expect((await bid(second, id, '1300.00', '1800.00')).status).toBe(201);
    expect(await ladder()).toEqual(['1600.00', '1300.00', '1200.00', '1100.00', '1000.00']);
    await house.advanceTo(timetable.timedStartsAt);
    expect((await bid(first, id, '1900.00')).status).toBe(201);
    await house.advanceTo('2026-12-31T00:00:00+08:00');
    expect(await house.see(id)).toMatchObject({
      winner: { code: first },
      currentPriceCny: '1900.00',
      bidCount: 6,
    });
  });
});
